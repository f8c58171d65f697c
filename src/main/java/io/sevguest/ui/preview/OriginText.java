package io.sevguest.ui.preview;

import io.sevguest.qemu.command.Origin;
import io.sevguest.ui.form.Texts;

/** Describes the origin of an argument: the form field, and the element of the XML. */
final class OriginText {
    private final Texts texts;

    OriginText(Texts texts) {
        this.texts = texts;
    }

    String of(Origin origin) {
        String label = origin.fieldId() + ".label";
        return texts.has(label)
                ? texts.get(
                        "preview.command.fromField", texts.caption(label).text(), origin.xpath())
                : texts.get("preview.command.fromElement", origin.xpath());
    }
}
