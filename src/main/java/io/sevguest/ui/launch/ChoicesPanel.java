package io.sevguest.ui.launch;

import io.sevguest.launch.Acceleration;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.qemu.Display;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.MachineModel;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The form for the launch choices; the previews follow at once. */
final class ChoicesPanel extends JPanel {
    private final transient MachineModel machine;
    private final transient Texts texts;

    ChoicesPanel(MachineModel machine, Texts texts) {
        super(new MigLayout("insets 0, wrap 2", "[right][]"));
        this.machine = machine;
        this.texts = texts;
        choice(
                "launch.accelerator",
                List.of(Acceleration.values()),
                LaunchChoices::acceleration,
                LaunchChoices::withAcceleration);
        choice(
                "launch.display",
                List.of(Display.values()),
                LaunchChoices::display,
                LaunchChoices::withDisplay);
        check("launch.keepChanges", LaunchChoices::keepChanges, LaunchChoices::withKeepChanges);
        check("launch.paused", LaunchChoices::paused, LaunchChoices::withPaused);
    }

    private interface Setter<V> {
        LaunchChoices apply(LaunchChoices choices, V value);
    }

    private void set(UnaryOperator<LaunchChoices> change) {
        machine.setChoices(change.apply(machine.machine().choices()));
    }

    /** Returns the ids of the choices. */
    List<String> fieldIds() {
        return Stream.of(getComponents()).map(Component::getName).filter(Objects::nonNull).toList();
    }

    /** Focuses a choice; returns whether it is in this panel. */
    boolean jumpTo(String id) {
        Optional<Component> found =
                Stream.of(getComponents()).filter(it -> id.equals(it.getName())).findFirst();
        found.ifPresent(
                choice -> {
                    choice.requestFocus();
                    scrollRectToVisible(choice.getBounds());
                });
        return found.isPresent();
    }

    private void check(String id, Function<LaunchChoices, Boolean> get, Setter<Boolean> with) {
        var box = new JCheckBox();
        texts.caption(id + ".label").show(box);
        box.setName(id);
        box.setToolTipText(texts.get(id + ".tip"));
        box.setSelected(get.apply(machine.machine().choices()));
        box.addActionListener(event -> set(choices -> with.apply(choices, box.isSelected())));
        add(box, "skip 1, wmin 40");
    }

    private <V extends Enum<V>> void choice(
            String id, List<V> values, Function<LaunchChoices, V> get, Setter<V> with) {
        JComboBox<V> box = new JComboBox<>();
        values.forEach(box::addItem);
        box.setSelectedItem(get.apply(machine.machine().choices()));
        box.setName(id);
        box.setToolTipText(texts.get(id + ".tip"));
        box.setRenderer(new LabelRenderer(id));
        box.addActionListener(
                event ->
                        set(choices -> with.apply(choices, box.getItemAt(box.getSelectedIndex()))));
        var label = new JLabel();
        texts.caption(id + ".label").show(label);
        label.setLabelFor(box);
        add(label);
        add(box, "wmin 40");
    }

    /** Shows a value by its text. */
    private final class LabelRenderer extends DefaultListCellRenderer {
        private final String id;

        LabelRenderer(String id) {
            this.id = id;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String key = id + "." + ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
            return super.getListCellRendererComponent(
                    list, texts.get(key), index, selected, focused);
        }
    }
}
