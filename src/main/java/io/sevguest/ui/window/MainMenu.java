package io.sevguest.ui.window;

import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.file.GuestFiles;
import io.sevguest.ui.file.TemplateMenu;
import io.sevguest.ui.form.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** The menus of the window, which are filled after the first paint. */
final class MainMenu {
    private final JMenuBar component = new JMenuBar();
    private final Actions actions;
    private final Texts texts;
    private final JMenu file;
    private final JMenu edit;
    private final JMenu view;
    private final JMenu guest;
    private final JMenu help;
    private final Map<ThemeChoice, JRadioButtonMenuItem> themes = new EnumMap<>(ThemeChoice.class);

    /** Creates the menu bar with empty menus. */
    MainMenu(Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        file = menu("menu.file");
        edit = menu("menu.edit");
        view = menu("menu.view");
        guest = menu("menu.guest");
        help = menu("menu.help");
        List.of(file, edit, view, guest, help).forEach(component::add);
    }

    /** Adds the items to the menus, with their key strokes. */
    void fill(GuestFiles files, Appearance looks) {
        fillFile(files);
        add(edit, ActionId.UNDO, ActionId.REDO, ActionId.IMPORT, ActionId.FIND_SETTING);
        fillView(looks);
        add(
                guest,
                ActionId.NEW_SESSION,
                ActionId.EXPORT_PARAMETERS,
                ActionId.CHECK,
                ActionId.LAUNCH,
                ActionId.STOP);
        guest.add(actions.checkItem(ActionId.CONSOLE_WINDOW));
        add(help, ActionId.MANUAL, ActionId.ABOUT);
    }

    JMenuBar component() {
        return component;
    }

    private void fillFile(GuestFiles files) {
        JMenu fresh = menu("menu.new");
        new TemplateMenu(texts, files).items().forEach(fresh::add);
        file.add(fresh);
        add(file, ActionId.NEW_WINDOW, ActionId.OPEN, ActionId.OPEN_IN_WINDOW);
        file.add(recent(files::recent, files));
        file.addSeparator();
        add(file, ActionId.SAVE, ActionId.SAVE_AS, ActionId.RELOAD);
        file.addSeparator();
        add(file, ActionId.CLOSE, ActionId.QUIT);
    }

    /** Returns the menu of recent files, which is filled when it is opened. */
    private JMenu recent(Supplier<List<Path>> paths, GuestFiles files) {
        JMenu menu = menu("menu.recent");
        menu.addMenuListener(
                new MenuListener() {
                    @Override
                    public void menuSelected(MenuEvent event) {
                        menu.removeAll();
                        for (Path path : paths.get()) {
                            menu.add(path.toString()).addActionListener(chosen -> files.open(path));
                        }
                    }

                    @Override
                    public void menuDeselected(MenuEvent event) {
                        // the items stay until the menu is opened again
                    }

                    @Override
                    public void menuCanceled(MenuEvent event) {
                        // the items stay until the menu is opened again
                    }
                });
        return menu;
    }

    /** Marks the theme that is chosen now, which may have been chosen in another window. */
    void show(ThemeChoice theme) {
        if (themes.containsKey(theme)) {
            themes.get(theme).setSelected(true);
        }
    }

    private void fillView(Appearance looks) {
        var group = new ButtonGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new JRadioButtonMenuItem();
            texts.caption("theme." + choice.name()).show(item);
            item.setName("theme." + choice.name());
            item.setSelected(choice == looks.theme());
            themes.put(choice, item);
            item.addActionListener(event -> looks.choose(choice));
            group.add(item);
            view.add(item);
        }
        view.addSeparator();
        view.add(actions.checkItem(ActionId.PREVIEWS));
        add(view, ActionId.ZOOM_IN, ActionId.ZOOM_OUT, ActionId.ZOOM_RESET);
    }

    private void add(JMenu menu, ActionId... entries) {
        for (ActionId entry : entries) {
            menu.add(actions.menuItem(entry));
        }
    }

    private JMenu menu(String key) {
        var menu = new JMenu();
        menu.setName(key);
        texts.caption(key).show(menu);
        return menu;
    }
}
