package io.sevguest.ui.form.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsiveFormLayoutTest {
    private final ResponsiveFormLayout stacking = new ResponsiveFormLayout();
    private final JPanel form = new JPanel(stacking.layout());
    private final JTextField field = new JTextField();
    private final JCheckBox box = new JCheckBox();

    private void layOut(int width) {
        form.add(new JLabel("a label"));
        form.add(field, "growx, wmin 40");
        form.add(box, "skip 1, wmin 40");
        box.setPreferredSize(new Dimension(350, 20));
        form.setSize(width, 400);
        stacking.fit(form);
        form.doLayout();
    }

    @ParameterizedTest
    @ValueSource(ints = {380, 400, 420, 900})
    void noCheckBoxIsCut(int width) {
        layOut(width);
        assertThat(box.getWidth()).isGreaterThanOrEqualTo(350);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 900})
    void whatStandsBesideItsLabelIsAtItsRight(int width) {
        layOut(width);
        assertThat(field.getX() > 30).isEqualTo(width == 900);
    }
}
