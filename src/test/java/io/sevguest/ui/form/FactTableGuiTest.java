package io.sevguest.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.GuiTest;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;

class FactTableGuiTest extends GuiTest {
    @Test
    void aCutCellTellsAllOfItsWords() {
        String words = "model=virtio; backend model=random /dev/urandom";
        FactTable table =
                onEdt(
                        () -> {
                            var model = new DefaultTableModel(new String[] {"kind", "what"}, 0);
                            model.addRow(new String[] {"rng", words});
                            var made = new FactTable("facts", "Facts", model);
                            made.setSize(200, 100);
                            made.doLayout();
                            return made;
                        });
        assertThat(onEdt(() -> tip(table, 1))).isEqualTo(words);
        assertThat(onEdt(() -> tip(table, 0))).isNull();
    }

    private static String tip(FactTable table, int column) {
        Rectangle cell = table.getCellRect(0, column, false);
        return table.getToolTipText(
                new MouseEvent(
                        table, MouseEvent.MOUSE_MOVED, 0, 0, cell.x + 2, cell.y + 2, 0, false));
    }
}
