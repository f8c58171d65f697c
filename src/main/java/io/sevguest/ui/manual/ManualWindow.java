package io.sevguest.ui.manual;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.extras.FlatSVGUtils;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.theme.Icons;
import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * The window with the manual: the table of contents, a search in all pages, and one page. Used on
 * the event thread.
 */
public final class ManualWindow {
    private final Manual manual = Manual.load();
    private final JFrame frame = new JFrame();
    private final JTextField search = new JTextField();
    private final DefaultListModel<ManualPage> listed = new DefaultListModel<>();
    private final JList<ManualPage> contents = new JList<>(listed);
    private final ManualText text = new ManualText(this::follow);
    private final JScrollPane scroll = new JScrollPane(text.component());
    private final JButton back = new JButton();
    private final Deque<ManualPage> read = new ArrayDeque<>();
    private final Texts texts;
    private ManualPage shown;

    /** Creates the window without showing it. */
    public ManualWindow(Texts texts) {
        this.texts = texts;
        shown = manual.overview();
        lay();
        list("");
        contents.addListSelectionListener(event -> chosen());
        search.getDocument().addDocumentListener(new SearchListener());
        frame.getRootPane()
                .registerKeyboardAction(
                        event -> frame.setVisible(false),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private void lay() {
        frame.setName("manual");
        frame.setTitle(texts.get("manual.title"));
        frame.setIconImages(FlatSVGUtils.createWindowIconImages(Icons.APP));
        search.setName("manual.search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("manual.search"));
        search.getAccessibleContext().setAccessibleName(texts.get("manual.search"));
        contents.setName("manual.contents");
        contents.getAccessibleContext().setAccessibleName(texts.get("manual.contents"));
        contents.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        contents.setCellRenderer(new ContentsCell());
        back.setName("manual.back");
        texts.caption("manual.back").show(back);
        back.addActionListener(event -> goBack());
        var tools = new JPanel(new BorderLayout(UIScale.scale(6), 0));
        tools.add(back, BorderLayout.WEST);
        tools.add(search, BorderLayout.CENTER);
        var side = new JPanel(new BorderLayout());
        side.add(tools, BorderLayout.NORTH);
        side.add(new JScrollPane(contents), BorderLayout.CENTER);
        var split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, side, scroll);
        split.setDividerLocation(UIScale.scale(270));
        frame.add(split);
        frame.setSize(UIScale.scale(1040), UIScale.scale(760));
    }

    /**
     * Shows the manual's page about a page of the main window, or the overview if there is none.
     *
     * @param id of that page, such as {@code launchSecurity}
     * @param beside the window over which this one appears
     */
    public void open(String id, Window beside) {
        if (!frame.isVisible()) {
            frame.setLocationRelativeTo(beside);
        }
        search.setText("");
        show(manual.about(id).orElse(manual.overview()));
        read.clear();
        back.setEnabled(false);
        frame.setVisible(true);
        frame.toFront();
        contents.requestFocusInWindow();
    }

    /** Disposes of the window. */
    public void dispose() {
        frame.dispose();
    }

    private void show(ManualPage page) {
        shown = page;
        text.show(MarkdownHtml.of(manual.text(page)), manual.place(page));
        contents.setSelectedValue(page, true);
    }

    private void chosen() {
        ManualPage chosen = contents.getSelectedValue();
        if (chosen != null && !chosen.equals(shown)) {
            turnTo(chosen);
        }
    }

    private void turnTo(ManualPage page) {
        read.push(shown);
        back.setEnabled(true);
        show(page);
    }

    private void goBack() {
        if (!read.isEmpty()) {
            show(read.pop());
        }
        back.setEnabled(!read.isEmpty());
    }

    private void follow(String link) {
        if (link.startsWith("http")) {
            browse(link);
            return;
        }
        Optional<ManualPage> page = manual.linked(shown, link);
        page.ifPresent(this::turnTo);
    }

    /** Opens an address in the user's browser; without a browser, the address stays readable. */
    private static void browse(String address) {
        if (!Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return;
        }
        try {
            Desktop.getDesktop().browse(URI.create(address));
        } catch (IOException noBrowser) {
            System.getLogger(ManualWindow.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The link could not be opened in a browser.",
                            noBrowser);
        }
    }

    /** Lists the pages whose text contains certain words, or all pages if none are given. */
    private void list(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        listed.clear();
        for (ManualPage page : manual.pages()) {
            if (wanted.isEmpty() || manual.text(page).toLowerCase(Locale.ROOT).contains(wanted)) {
                listed.addElement(page);
            }
        }
        contents.setSelectedValue(shown, true);
    }

    private final class SearchListener implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            list(search.getText());
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            list(search.getText());
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            // only attributes change
        }
    }
}
