package io.sevguest.ui.platform;

import io.sevguest.ui.form.WrappedText;

/** Words on a button that break into lines; the pointer goes through them to the button. */
final class PassiveText extends WrappedText {
    PassiveText(String words) {
        super(words);
    }

    @Override
    public boolean contains(int x, int y) {
        return false;
    }
}
