package io.sevguest.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.extras.components.FlatTriStateCheckBox;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.MemorySize;
import io.sevguest.domain.Toggle;
import io.sevguest.ui.form.layout.ResponsiveFormLayout;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.theme.Icons;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * A page of fields. All are added by {@link #row}, the one place that adds label, mnemonic, name,
 * tip, accessible name, messages and both directions of the binding.
 */
public abstract class FormPage extends JPanel {
    private final transient GuestModel guest;
    private final transient FieldFocus focus;
    private final transient Texts texts;
    private final transient ResponsiveFormLayout stacking = new ResponsiveFormLayout();
    private final transient List<FieldRow> rows = new ArrayList<>();
    private final transient List<Consumer<DomainXml>> fillers = new ArrayList<>();

    protected FormPage(GuestModel guest, FieldFocus focus, Texts texts) {
        super(null);
        setLayout(stacking.layout());
        this.guest = guest;
        this.focus = focus;
        this.texts = texts;
        guest.addListener(this::fill);
    }

    @Override
    public final void doLayout() {
        stacking.fit(this);
        super.doLayout();
    }

    /** Returns the page as a component. */
    public final JComponent component() {
        return this;
    }

    protected final GuestModel guest() {
        return guest;
    }

    protected final Texts texts() {
        return texts;
    }

    /** Adds a heading over the following rows. */
    protected final void section(String key) {
        add(
                new Heading(texts.get(key)),
                "span, left, gaptop " + (getComponentCount() == 0 ? "0" : "unrel"));
    }

    /** Adds a part that has its own binding, across both columns. */
    protected final void wide(JComponent part) {
        add(part, "span, growx, wmin 40");
    }

    /** Adds an explanation across the page. */
    protected final WrappedText note(String key) {
        var note = new WrappedText(texts.get(key));
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        add(note, "span, growx, wmin 40");
        return note;
    }

    /** Adds a row for a text, empty if the domain has none. */
    protected final JTextField text(Field<DomainXml, String> field) {
        var binding =
                new TextBinding(
                        field.id(),
                        guest,
                        field.get(),
                        words -> Optional.of(domain -> field.with().apply(domain, words)));
        row(field.id(), binding.component(), binding::fill);
        return binding.component();
    }

    /** Adds a row for the path of a file, with a button for a file chooser. */
    protected final void file(Field<DomainXml, String> field, FileQuestion files) {
        JTextField path = text(field);
        var choose = new JButton(Icons.DOCUMENT_OPEN.icon());
        choose.setName(field.id() + ".choose");
        choose.setToolTipText(texts.get("dialog.open." + field.id()));
        choose.getAccessibleContext().setAccessibleName(choose.getToolTipText());
        choose.addActionListener(
                event -> files.ask(field.id(), chosen -> take(field, chosen.toString())));
        path.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, choose);
    }

    private void take(Field<DomainXml, String> field, String value) {
        guest.endStep();
        guest.edit(field.id(), domain -> field.with().apply(domain, value));
        guest.endStep();
    }

    /** Adds a check box in the second column. */
    protected final JCheckBox check(Field<DomainXml, Boolean> field) {
        var box = new JCheckBox();
        box.addActionListener(
                event ->
                        guest.edit(
                                field.id(),
                                domain -> field.with().apply(domain, box.isSelected())));
        checkRow(field.id(), box, domain -> box.setSelected(field.get().apply(domain)));
        return box;
    }

    /** Adds a check box with three states: yes, no, and not set. */
    protected final FlatTriStateCheckBox toggle(Field<DomainXml, Toggle> field) {
        var box = new FlatTriStateCheckBox();
        box.addActionListener(
                event ->
                        guest.edit(
                                field.id(), domain -> field.with().apply(domain, Toggles.of(box))));
        checkRow(field.id(), box, domain -> Toggles.show(field.get().apply(domain), box));
        box.setToolTipText(Toggles.tip(field.id(), texts));
        return box;
    }

    /** Adds a row for an amount of memory with its unit, empty if the domain has none. */
    protected final JTextField memory(Field<DomainXml, Optional<MemorySize>> field) {
        var binding =
                new TextBinding(
                        field.id(),
                        guest,
                        domain -> field.get().apply(domain).map(MemorySize::toText).orElse(""),
                        words ->
                                MemoryText.parse(words)
                                        .map(size -> domain -> field.with().apply(domain, size)));
        row(field.id(), binding.component(), binding::fill);
        binding.onWrong(words -> showWrong(field.id(), "form.wrong.memory", words));
        return binding.component();
    }

    private void checkRow(String id, JCheckBox box, Consumer<DomainXml> fill) {
        texts.caption(id + ".label").show(box);
        register(id, box, fill, "skip 1, wmin 40");
    }

    /**
     * Adds a check box in the first column, with its meaning next to it and the consequence below.
     */
    protected final JCheckBox check(
            Field<DomainXml, Boolean> field, String meaning, String consequence) {
        var box = new JCheckBox();
        texts.caption(field.id() + ".label").show(box);
        box.addActionListener(
                event ->
                        guest.edit(
                                field.id(),
                                domain -> field.with().apply(domain, box.isSelected())));
        box.getAccessibleContext().setAccessibleName(box.getText() + ": " + meaning);
        add(box, "left, aligny top");
        var words = new JPanel(new MigLayout("insets 3 0 4 0, wrap, gapy 1", "[grow,fill]"));
        words.setOpaque(false);
        words.add(new WrappedText(meaning), "wmin 40");
        var note = new WrappedText(consequence);
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        words.add(note, "wmin 40");
        add(words, "wmin 40");
        track(field.id(), box, domain -> box.setSelected(field.get().apply(domain)));
        return box;
    }

    /** Enables or disables rows; the page must have been filled for a domain. */
    protected final void enableRows(Predicate<String> on) {
        for (FieldRow row : rows) {
            row.setEnabled(on.test(row.id()));
        }
    }

    /** Adds a row with a choice of values; each has the text {@code <id>.<value>}. */
    protected final <V> JComboBox<V> choice(Field<DomainXml, V> field, List<V> values) {
        var binding = new ChoiceBinding<>(field, values, guest, texts);
        row(field.id(), binding.component(), binding::fill);
        return binding.component();
    }

    /** Adds a row: label, component and messages. */
    protected final void row(String id, JComponent component, Consumer<DomainXml> fill) {
        var label = new JLabel();
        texts.caption(id + ".label").show(label);
        label.setLabelFor(component);
        add(label);
        TextMenu.installIn(component, texts);
        register(id, component, fill, "growx, wmin 40");
    }

    /** Adds a row without a label, across the page, and its messages. */
    protected final void wideRow(String id, JComponent component, Consumer<DomainXml> fill) {
        register(id, component, fill, "span, growx, wmin 40");
    }

    private void register(
            String id, JComponent component, Consumer<DomainXml> fill, String constraints) {
        add(component, constraints);
        track(id, component, fill);
    }

    /** Gives a component on this page its name, tool tip, focus handling and messages. */
    private void track(String id, JComponent component, Consumer<DomainXml> fill) {
        component.setName(id);
        String tip = texts.orEmpty(id + ".tip");
        if (!tip.isEmpty()) {
            component.setToolTipText(tip);
        }
        watchFocus(id, component);
        var messages =
                new FieldMessages(
                        id + ".message",
                        (finding, fix) -> {
                            guest.endStep();
                            guest.edit(finding.id(), fix.edit());
                            guest.endStep();
                        });
        add(messages, "skip 1, growx");
        rows.add(new FieldRow(id, component, fill, messages));
    }

    private void watchFocus(String id, JComponent component) {
        var listener = new UndoStepBoundary(id, guest, focus);
        component.addFocusListener(listener);
        if (component instanceof JPanel) {
            for (Component part : component.getComponents()) {
                part.addFocusListener(listener);
            }
        }
    }

    /** Calls a function with the domain, now and after each change. */
    protected final void onDomain(Consumer<DomainXml> filler) {
        fillers.add(filler);
    }

    /**
     * Shows the domain in all rows; while it is malformed, the last well-formed state, disabled.
     */
    public final void fill() {
        DomainXml now = guest.lastWhole();
        ComponentTree.set(this, true);
        rows.forEach(row -> row.fill(now));
        fillers.forEach(filler -> filler.accept(now));
        if (guest.domain().isEmpty()) {
            ComponentTree.set(this, false);
        }
    }

    /** Shows the findings next to their fields. */
    public void show(GuestAnalysis derived) {
        rows.forEach(row -> row.show(derived.findingsOf(row.id())));
    }

    /**
     * Shows next to a field that its content is not valid.
     *
     * @param key the sentence, into which the content is inserted
     * @param words the content; empty if it is valid again
     */
    protected final void showWrong(String id, String key, String words) {
        rowOf(id).ifPresent(row -> row.showWrong(words.isEmpty() ? "" : texts.get(key, words)));
    }

    private Optional<FieldRow> rowOf(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Returns the ids of the fields in their order. */
    public final List<String> fieldIds() {
        return rows.stream().map(FieldRow::id).toList();
    }

    /**
     * Scrolls to a field and focuses it, also from another window; returns whether it is on this
     * page.
     */
    public final boolean jumpTo(String id) {
        Optional<FieldRow> found = rowOf(id);
        found.ifPresent(
                row -> {
                    FocusTarget.in(row.component()).ifPresent(Component::requestFocus);
                    scrollRectToVisible(row.component().getBounds());
                });
        return found.isPresent();
    }
}
