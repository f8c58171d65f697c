package io.sevguest.ui.platform;

import io.sevguest.certificate.chain.LinkState;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Palette;

/**
 * The presentation of a link's state.
 *
 * @param style the text color, as a style that follows the theme
 */
record LinkStyle(Icons icon, Palette color, String style) {
    static LinkStyle of(LinkState state) {
        if (state.isGood()) {
            return new LinkStyle(Icons.FINDING_GOOD, Palette.GOOD, "$Sevguest.good");
        }
        return state.isFailed()
                ? new LinkStyle(Icons.FINDING_ERROR, Palette.ERROR, "$Sevguest.error")
                : new LinkStyle(Icons.FINDING_INFO, Palette.NOTE, "$Sevguest.note");
    }
}
