package io.sevguest.ui.page;

import io.sevguest.ui.theme.Palette;
import java.util.List;

/** The colors of a blob's fields, the same in its bytes and in the legend. */
final class BlobColors {
    private static final List<Palette> COLOURS =
            List.of(Palette.BLOB_1, Palette.BLOB_2, Palette.BLOB_3, Palette.BLOB_4, Palette.BLOB_5);

    private BlobColors() {}

    /**
     * Returns the color of a field by its index among the fields with bytes; colors repeat after
     * five.
     */
    static Palette of(int index) {
        return COLOURS.get(index % COLOURS.size());
    }
}
