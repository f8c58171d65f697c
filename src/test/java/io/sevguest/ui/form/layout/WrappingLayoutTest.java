package io.sevguest.ui.form.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;
import org.junit.jupiter.api.Test;

class WrappingLayoutTest {
    private static final int GAP = 10;

    private static JPanel part(int width, int height) {
        var part = new JPanel();
        part.setPreferredSize(new Dimension(width, height));
        return part;
    }

    private static JPanel row(Component... parts) {
        var row = new JPanel(new WrappingLayout(GAP));
        Stream.of(parts).forEach(row::add);
        return row;
    }

    private static Rectangle[] places(JPanel row, int width) {
        row.setSize(width, 1000);
        row.doLayout();
        return Stream.of(row.getComponents()).map(Component::getBounds).toArray(Rectangle[]::new);
    }

    @Test
    void allStandInOneLineWhereThereIsRoom() {
        assertThat(places(row(part(50, 20), part(30, 10)), 90))
                .containsExactly(new Rectangle(0, 0, 50, 20), new Rectangle(60, 5, 30, 10));
    }

    @Test
    void whatDoesNotFitStandsInAFurtherLine() {
        JPanel row = row(part(50, 20), part(30, 20));
        assertThat(places(row, 89))
                .containsExactly(new Rectangle(0, 0, 50, 20), new Rectangle(0, 30, 30, 20));
        assertThat(row.getPreferredSize()).isEqualTo(new Dimension(90, 50));
    }

    @Test
    void whatIsWiderThanALineIsCutShort() {
        assertThat(places(row(part(50, 20)), 40)).containsExactly(new Rectangle(0, 0, 40, 20));
    }

    @Test
    void aSeparatorStandsBetweenTwoPartsOfOneLineOnly() {
        var separator = new JSeparator(SwingConstants.VERTICAL);
        separator.setPreferredSize(new Dimension(4, 1));
        JPanel row = row(part(50, 20), separator, part(30, 20));
        assertThat(places(row, 200)[1]).isEqualTo(new Rectangle(60, 0, 4, 20));
        assertThat(places(row, 90)[1].width).isZero();
    }

    @Test
    void theLastPartTakesTheRestOfItsLine() {
        JPanel last = part(500, 20);
        var row = new JPanel(new WrappingLayout(GAP, last));
        row.add(part(50, 20));
        row.add(last);
        assertThat(places(row, 100)[1]).isEqualTo(new Rectangle(60, 0, 40, 20));
        assertThat(places(row, 30)[1].width).isZero();
    }
}
