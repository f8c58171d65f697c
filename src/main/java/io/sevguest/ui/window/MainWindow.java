package io.sevguest.ui.window;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.state.Xdg;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.state.recovery.Recovery;
import io.sevguest.state.session.SessionBook;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.dialog.AboutDialog;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.file.BlobImporter;
import io.sevguest.ui.file.CompareDialog;
import io.sevguest.ui.file.DropTargets;
import io.sevguest.ui.file.FileDrop;
import io.sevguest.ui.file.GuestFiles;
import io.sevguest.ui.file.LibvirtWarning;
import io.sevguest.ui.file.PlatformController;
import io.sevguest.ui.file.PreviewExport;
import io.sevguest.ui.file.RecoveryController;
import io.sevguest.ui.file.TemplateMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestFile;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.launch.ConsoleWindow;
import io.sevguest.ui.launch.LaunchPage;
import io.sevguest.ui.launch.MachineProbe;
import io.sevguest.ui.manual.ManualWindow;
import io.sevguest.ui.page.Page;
import io.sevguest.ui.page.PageEntry;
import io.sevguest.ui.preview.PreviewTabs;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.search.FindingList;
import io.sevguest.ui.search.SettingSearch;
import io.sevguest.ui.session.SessionController;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.workspace.Settings;
import io.sevguest.ui.workspace.SharedPreferences;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The window: the list of pages, one page, and the previews next to it. */
public final class MainWindow {
    private final WindowParts parts;
    private final LibvirtWarning libvirt;
    private final FirstPaintFrame frame = new FirstPaintFrame();
    private final StartupState beginning;
    private final OpenWindows windows;
    private final Messages messages;
    private final Settings settings;
    private final GuestFiles files;
    private final PlatformController desk;
    private final SessionController sessions;
    private final BlobImporter importing;
    private final Appearance looks;
    private final RecoveryController keeper;
    private final WindowCloser closer;
    private final PageDeck deck;
    private final SideBar side;
    private final StatusBar status;
    private final MainMenu menu;
    private final MainToolBar tools;
    private final WindowActions actions;
    private Optional<ManualWindow> manual = Optional.empty();
    private final PreviewSplit split;
    private final ConsoleRoom consoleRoom;

    /**
     * Creates a window that begins with a guest, not yet visible.
     *
     * @param windows of this process, of which it will be one
     */
    MainWindow(
            StartupState beginning,
            OpenWindows windows,
            PreferencesFile file,
            SharedPreferences preferences,
            Xdg places,
            Tasks tasks) {
        this.beginning = beginning;
        this.windows = windows;
        parts = WindowParts.of(beginning.text(), new SessionBook(places.state()), tasks);
        parts.guest().open(beginning.text(), beginning.file());
        Texts texts = parts.texts();
        messages = new Messages(frame, texts);
        libvirt = new LibvirtWarning(places.configHome(), messages, texts);
        settings = new Settings(file, preferences, parts.tasks(), messages);
        settings.follow(parts.machine());
        FileDialogs dialogs = dialogs();
        status = new StatusBar(texts, () -> parts.actions().run(ActionId.CHECK));
        var compare = new CompareDialog(frame, texts);
        files =
                new GuestFiles(
                        parts,
                        windows.besides(this),
                        dialogs,
                        messages,
                        compare,
                        settings,
                        status::tell);
        desk = new PlatformController(parts, dialogs, messages);
        var drops = new DropTargets(files::open, this::openPlatform, this::showsPlatform);
        importing = new BlobImporter(parts, dialogs, messages, drops, status::tell);
        keeper =
                new RecoveryController(
                        new Recovery(places.state().resolve("recovery")),
                        parts,
                        messages,
                        () -> windows.openNew().keeper,
                        status::tell);
        closer = new WindowCloser(frame, parts, files, this::end);
        sessions = new SessionController(frame, parts, dialogs, messages, status::tell);
        deck = new PageDeck(Pages.of(parts, importing, desk, sessions, dialogs));
        side = new SideBar(deck.entries(), texts, this::showPage);
        split =
                new PreviewSplit(
                        deck.component(),
                        settings.now().window(),
                        shown -> parts.actions().select(ActionId.PREVIEWS, shown));
        consoleRoom = new ConsoleRoom(parts.run(), split, parts.actions());
        menu = new MainMenu(parts.actions(), texts);
        tools = new MainToolBar(parts.actions(), texts);
        looks = new Appearance(settings, parts.tasks(), messages, windows::showLooks);
        actions = new WindowActions(parts);
        listen();
        command();
        deck.show(deck.entries().get(0));
        lay();
        showFile();
    }

    private void listen() {
        parts.tasks().watch(status);
        parts.derivation().addListener(this::show);
        parts.guest().addListener(this::showFile);
        parts.run().onChange(this::showFile);
        parts.focus().onJump(this::jumpTo);
        parts.machine()
                .addListener(() -> tools.showHost(HostText.of(parts.machine(), parts.texts())));
        files.onFile(libvirt::check);
    }

    private void command() {
        var findings =
                new FindingList(
                        frame, parts.texts(), parts.focus(), parts.guest(), parts.derivation());
        actions.files(files, new TemplateMenu(parts.texts(), files), tools.component());
        actions.edits(
                importing,
                new SettingSearch(frame, parts.texts(), parts.focus(), deck::fields),
                frame.getRootPane());
        actions.looks(looks, frame.getRootPane());
        parts.actions().on(ActionId.NEW_SESSION, sessions::newSession);
        parts.actions().on(ActionId.EXPORT_PARAMETERS, sessions::exportParameters);
        parts.actions().on(ActionId.CHECK, findings::open);
        parts.actions().on(ActionId.LAUNCH, this::launch);
        parts.actions().on(ActionId.STOP, parts.run()::kill);
        parts.actions().on(ActionId.PREVIEWS, split::toggle);
        parts.actions().on(ActionId.CONSOLE_WINDOW, this::moveConsole);
        parts.actions().on(ActionId.MANUAL, this::openManual);
        parts.actions().on(ActionId.ABOUT, () -> AboutDialog.show(frame, parts.texts()));
        parts.actions().on(ActionId.NEW_WINDOW, () -> windows.openNew());
        parts.actions().on(ActionId.CLOSE, closer::begin);
        parts.actions().on(ActionId.QUIT, windows::quit);
    }

    /**
     * Shows the window; slow parts are created after its first paint.
     *
     * @param afterFirstPaint run on the event thread once the window has been painted
     */
    public void open(Runnable afterFirstPaint) {
        frame.afterFirstPaint(
                () -> {
                    afterFirstPaint.run();
                    Icons.draw();
                    side.focus();
                    buildRest();
                });
        frame.setVisible(true);
    }

    public JFrame frame() {
        return frame;
    }

    GuestModel guest() {
        return parts.guest();
    }

    Actions actions() {
        return parts.actions();
    }

    GuestFiles files() {
        return files;
    }

    SessionController sessions() {
        return sessions;
    }

    PlatformController platforms() {
        return desk;
    }

    /** Returns whether the analysis of the current guest is shown. */
    boolean isSettled() {
        return parts.derivation().isSettled();
    }

    /** Handles files like files that are dropped on the window. */
    void drop(List<Path> dropped) {
        importing.drop(dropped);
    }

    private void lay() {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        closer.begin();
                    }
                });
        frame.setJMenuBar(menu.component());
        frame.add(tools.component(), BorderLayout.NORTH);
        frame.add(side.scroll(), BorderLayout.WEST);
        frame.add(split.component());
        frame.add(status.component(), BorderLayout.SOUTH);
        WindowMemory.place(frame, settings.now().window());
    }

    private FileDialogs dialogs() {
        return new FileDialogs(frame, parts.texts(), parts.guest()::path);
    }

    private void buildRest() {
        menu.fill(files, looks);
        frame.setIconImages(FlatSVGUtils.createWindowIconImages(Icons.APP));
        var previews =
                new PreviewTabs(
                        parts.guest(),
                        parts.derivation(),
                        parts.focus(),
                        parts.texts(),
                        new PreviewExport(parts, dialogs(), messages),
                        new WrapChoices(
                                settings.now().wrapped(),
                                wrapped -> settings.change(now -> now.withWrapped(wrapped))));
        split.add(previews.component());
        deck.onBuilt(this::built);
        deck.entries().stream()
                .filter(entry -> entry.id().equals(settings.now().window().page()))
                .findFirst()
                .ifPresent(side::select);
        dropAnywhere();
        parts.derivation().begin();
        parts.session().begin();
        looks.followSystem();
        MachineProbe.start(QemuTarget.DEFAULT_PROGRAM, parts.machine(), parts.tasks());
        MachineProbe.tidy(parts.tasks());
        beginning.problems().forEach(messages::show);
        parts.guest().path().ifPresent(libvirt::check);
        if (windows.isFirst(this)) {
            keeper.offerLost();
        }
    }

    private void built(Page page) {
        dropAnywhere();
        if (page instanceof LaunchPage launch) {
            consoleRoom.take(launch.console());
            actions.consoleKeys(launch.console().root());
        }
    }

    private void showPage(PageEntry entry) {
        deck.show(entry);
        consoleRoom.show(entry);
    }

    /** Adapts to another theme or size. */
    void showLooks() {
        dropAnywhere();
        side.fit();
        menu.show(looks.theme());
    }

    void choose(ThemeChoice theme) {
        looks.choose(theme);
    }

    /** Asks what must be asked, and closes if the answers allow it. */
    void close() {
        closer.begin();
    }

    private void dropAnywhere() {
        FileDrop.install(frame.getRootPane(), new FileDrop(this::drop, messages));
    }

    private void end() {
        var state = WindowMemory.of(frame, split, side.selected().id());
        manual.ifPresent(ManualWindow::dispose);
        deck.close();
        frame.setVisible(false); // from here on nothing can be edited
        settings.change(now -> now.withWindow(state), () -> keeper.end(this::dispose));
    }

    private void dispose() {
        frame.dispose();
        windows.closed(this);
    }

    private void show(GuestAnalysis derived) {
        deck.show(derived);
        side.show(deck.worst(derived));
        status.show(derived);
    }

    private void showFile() {
        GuestModel guest = parts.guest();
        status.show(guest);
        actions.update();
        String name =
                guest.file().map(GuestFile::name).orElse(parts.texts().get("window.untitled"));
        String running = parts.run().title();
        frame.setTitle(
                running.isEmpty()
                        ? parts.texts().get("window.title", name)
                        : parts.texts().get("window.title.running", name, running));
    }

    private void openPlatform(List<Path> files) {
        deck.entryOf("platform").ifPresent(side::select);
        desk.open(files);
    }

    private boolean showsPlatform() {
        return side.selected().id().equals("platform");
    }

    /** Shows the launch page, and launches the guest if there are no obstacles. */
    private void launch() {
        deck.entryOf("launch").ifPresent(side::select);
        launchPage().ifPresent(LaunchPage::launch);
    }

    private void moveConsole() {
        launchPage().map(LaunchPage::console).ifPresent(ConsoleWindow::toggle);
    }

    private Optional<LaunchPage> launchPage() {
        return deck.entryOf("launch")
                .map(deck::page)
                .filter(LaunchPage.class::isInstance)
                .map(LaunchPage.class::cast);
    }

    /** Opens the manual at the page about the current page. */
    private void openManual() {
        ManualWindow opened = manual.orElseGet(() -> new ManualWindow(parts.texts()));
        manual = Optional.of(opened);
        opened.open(side.selected().id(), frame);
    }

    private void jumpTo(String fieldId) {
        deck.entryOf(fieldId)
                .ifPresent(
                        found -> {
                            side.select(found);
                            deck.page(found).jumpTo(fieldId);
                        });
    }
}
