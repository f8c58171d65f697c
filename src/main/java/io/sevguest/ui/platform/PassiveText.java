package io.sevguest.ui.platform;

import io.sevguest.ui.form.WrappedText;

/** A text on a button that wraps; it passes mouse events on to the button. */
final class PassiveText extends WrappedText {
    PassiveText(String words) {
        super(words);
    }

    @Override
    public boolean contains(int x, int y) {
        return false;
    }
}
