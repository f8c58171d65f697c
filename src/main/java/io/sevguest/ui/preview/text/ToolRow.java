package io.sevguest.ui.preview.text;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.theme.StablePadding;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JToggleButton;

/** The commands below a preview. */
public final class ToolRow extends WrappingRow {
    private final transient Texts texts;

    public ToolRow(Texts texts) {
        setBorder(new StablePadding(4, 8, 4, 8));
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** Adds a button with the text {@code key}. */
    public JButton button(String key, Runnable handler) {
        var button = new JButton();
        button.addActionListener(event -> handler.run());
        add(key, button);
        return button;
    }

    /** Adds a button that stays pressed. */
    JToggleButton toggle(String key, Consumer<Boolean> handler) {
        var button = new JToggleButton();
        button.addActionListener(event -> handler.accept(button.isSelected()));
        add(key, button);
        return button;
    }

    private void add(String key, AbstractButton button) {
        texts.caption(key).show(button);
        button.setName(key);
        button.setToolTipText(texts.get(key + ".tip"));
        button.putClientProperty(
                FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        add(button);
    }
}
