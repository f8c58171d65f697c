package io.sevguest.ui.preview.text;

import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.EnablementReason;
import javax.swing.JToggleButton;

/** The button that wraps the long lines of one preview, disabled if the text is too long. */
public final class WrapToggle {
    /** The maximum number of characters for wrapping; for longer texts it would delay typing. */
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

    /** Prepares for a text before it is shown. */
    public void fit(String text) {
        boolean mayWrap = text.length() <= LONGEST_WRAPPED;
        canWrap.set(mayWrap, tooLong);
        area.setLineWrap(mayWrap && button.isSelected());
    }
}
