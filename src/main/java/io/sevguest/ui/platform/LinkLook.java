package io.sevguest.ui.platform;

import io.sevguest.certificate.LinkState;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Palette;

/**
 * How the state of a link is shown.
 *
 * @param style the colour of its words, as a style that follows the theme
 */
record LinkLook(Icons icon, Palette color, String style) {
    static LinkLook of(LinkState state) {
        if (state.isGood()) {
            return new LinkLook(Icons.FINDING_GOOD, Palette.GOOD, "$Sevguest.good");
        }
        return state.isFailed()
                ? new LinkLook(Icons.FINDING_ERROR, Palette.ERROR, "$Sevguest.error")
                : new LinkLook(Icons.FINDING_INFO, Palette.NOTE, "$Sevguest.note");
    }
}
