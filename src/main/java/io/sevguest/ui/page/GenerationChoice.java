package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.HostFacts;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.MachineModel;
import java.awt.Component;
import java.util.OptionalInt;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JTextField;

/**
 * The choice of the processor whose values are assumed if neither the XML nor this machine provides
 * them. It belongs to the machine, not to the document. The empty fields show the assumed values.
 */
final class GenerationChoice {
    private static final String PLACEHOLDER = FlatClientProperties.PLACEHOLDER_TEXT;

    private final JComboBox<EpycGeneration> component = new JComboBox<>(EpycGeneration.values());
    private final MachineModel machine;
    private final Texts texts;
    private final JTextField cbitpos;
    private final JTextField reducedPhysBits;

    GenerationChoice(
            MachineModel machine, Texts texts, JTextField cbitpos, JTextField reducedPhysBits) {
        this.machine = machine;
        this.texts = texts;
        this.cbitpos = cbitpos;
        this.reducedPhysBits = reducedPhysBits;
        component.setRenderer(new LabelRenderer());
        machine.addListener(this::show);
        show();
        component.addActionListener(
                event -> machine.setPlatform(component.getItemAt(component.getSelectedIndex())));
    }

    JComboBox<EpycGeneration> component() {
        return component;
    }

    private void show() {
        EpycGeneration platform = machine.machine().target().platform();
        HostFacts host = machine.machine().target().host();
        component.setSelectedItem(platform);
        placeholder(cbitpos, host.cbitpos(), platform.cbitpos(), platform);
        placeholder(reducedPhysBits, host.reducedPhysBits(), platform.reducedPhysBits(), platform);
    }

    private void placeholder(
            JTextField field, OptionalInt ofHost, int assumed, EpycGeneration from) {
        field.putClientProperty(
                PLACEHOLDER,
                ofHost.isPresent()
                        ? texts.get("launchSecurity.platform.ofHost", ofHost.getAsInt())
                        : texts.get("launchSecurity.platform.assumed", assumed, from.label()));
        field.repaint();
    }

    private final class LabelRenderer extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            var platform = (EpycGeneration) value;
            String words =
                    texts.get(
                            "launchSecurity.platform.choice",
                            platform.label(),
                            platform.cbitpos(),
                            platform.reducedPhysBits());
            return super.getListCellRendererComponent(list, words, index, selected, focused);
        }
    }
}
