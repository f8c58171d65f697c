package io.sevguest.ui.preview.text;

import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.EnablementReason;
import javax.swing.JToggleButton;

/** The button that breaks the long lines of one preview, off for a text too long for it. */
public final class WrapToggle {
    /** Characters; breaking the lines of a longer text would take longer than typing a letter. */
    private static final int LONGEST_WRAPPED = 100_000;

    private final PreviewArea area;
    private final JToggleButton button;
    private final EnablementReason canWrap;
    private final String tooLong;

    /** Adds the button to a preview's commands. */
    public WrapToggle(ToolRow tools, PreviewArea area, Preview preview, WrapChoices wraps) {
        this.area = area;
        button =
                tools.toggle(
                        "preview.wrap",
                        on -> {
                            area.setLineWrap(on);
                            wraps.set(preview, on);
                        });
        canWrap = new EnablementReason(button);
        tooLong = tools.texts().get("preview.wrap.off", LONGEST_WRAPPED);
        button.setSelected(wraps.isOn(preview));
        area.setWrapStyleWord(false);
        area.setLineWrap(button.isSelected());
    }

    /** Gets ready for a text, before it is shown. */
    public void fit(String text) {
        boolean mayWrap = text.length() <= LONGEST_WRAPPED;
        canWrap.set(mayWrap, tooLong);
        area.setLineWrap(mayWrap && button.isSelected());
    }
}
