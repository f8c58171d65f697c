package io.sevguest.ui.search;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.page.PageEntry;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** The search for a setting on any page, by label and explanation. */
public final class SettingSearch {
    /** A setting that can be found. */
    private record Hit(String fieldId, String words, String searched) {
        /** Returns whether its label contains all searched words, not just its explanation. */
        private boolean isNamed(String... all) {
            return Stream.of(all).allMatch(words.toLowerCase(Locale.ROOT)::contains);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final JFrame owner;
    private final Texts texts;
    private final FieldFocus focus;
    private final Supplier<Map<String, PageEntry>> fields;

    public SettingSearch(
            JFrame owner, Texts texts, FieldFocus focus, Supplier<Map<String, PageEntry>> fields) {
        this.owner = owner;
        this.texts = texts;
        this.focus = focus;
        this.fields = fields;
    }

    /** Opens the search; Enter jumps, Escape closes. */
    public void open() {
        List<Hit> all = hits();
        var found = new DefaultListModel<Hit>();
        found.addAll(all);
        var list = new JList<>(found);
        var field = new JTextField(32);
        var dialog = new JDialog(owner, texts.get("search.title"), true);
        var none = new JLabel(texts.get("search.none"));
        none.setName("search.none");
        none.setVisible(false);
        list.setName("search.found");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setSelectedIndex(0);
        list.getAccessibleContext().setAccessibleName(texts.get("search.found"));
        field.setName("search.words");
        field.getAccessibleContext().setAccessibleName(texts.get("search.title"));
        field.putClientProperty(
                FlatClientProperties.PLACEHOLDER_TEXT, texts.get("search.placeholder"));
        field.getDocument().addDocumentListener(new Filter(field, all, found, list, none));
        bind(dialog, field, list);
        dialog.setLayout(
                new MigLayout(
                        "insets dialog, wrap 1, hidemode 3", "[grow,fill]", "[][][grow,fill]"));
        dialog.add(field);
        dialog.add(none);
        dialog.add(new JScrollPane(list), "hmin 260lp");
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private void bind(JDialog dialog, JTextField field, JList<Hit> list) {
        Runnable jump =
                () -> {
                    Hit hit = list.getSelectedValue();
                    if (hit != null) {
                        dialog.dispose();
                        focus.jumpTo(hit.fieldId());
                    }
                };
        field.addActionListener(event -> jump.run());
        field.registerKeyboardAction(
                event -> move(list, 1), KeyStroke.getKeyStroke("DOWN"), JComponent.WHEN_FOCUSED);
        field.registerKeyboardAction(
                event -> move(list, -1), KeyStroke.getKeyStroke("UP"), JComponent.WHEN_FOCUSED);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        jump.run();
                    }
                });
    }

    private static void move(JList<Hit> list, int step) {
        int last = list.getModel().getSize() - 1;
        int index = Math.max(0, Math.min(last, list.getSelectedIndex() + step));
        list.setSelectedIndex(index);
        list.ensureIndexIsVisible(index);
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        fields.get()
                .forEach(
                        (id, page) -> {
                            String label = texts.caption(id + ".label").text();
                            String words =
                                    texts.get("search.hit", label, texts.get("page." + page.id()));
                            String all = words + " " + texts.orEmpty(id + ".tip") + " " + id;
                            hits.add(new Hit(id, words, all.toLowerCase(Locale.ROOT)));
                        });
        return hits;
    }

    private record Filter(
            JTextField field,
            List<Hit> all,
            DefaultListModel<Hit> found,
            JList<Hit> list,
            JLabel none)
            implements DocumentListener {
        private void update() {
            String[] words = field.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
            found.clear();
            all.stream()
                    .filter(hit -> Stream.of(words).allMatch(hit.searched()::contains))
                    .sorted(Comparator.comparing(hit -> !hit.isNamed(words))) // keeps the rest
                    .forEach(found::addElement);
            list.setSelectedIndex(0);
            none.setVisible(found.isEmpty());
        }

        @Override
        public void insertUpdate(DocumentEvent event) {
            update();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            update();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            update();
        }
    }
}
