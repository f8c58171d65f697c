package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sound cards. The guest has them, but what it plays is not heard. */
public final class SoundArguments {
    private static final String SILENT = "silent";

    /** Cards with codecs of their own. */
    private static final Map<String, String> HDA =
            Map.of("ich6", "intel-hda", "ich9", "ich9-intel-hda");

    private static final Map<String, String> PCI = Map.of("ac97", "AC97", "es1370", "ES1370");

    private static final Map<String, String> CODECS =
            Map.of("duplex", "hda-duplex", "micro", "hda-micro", "output", "hda-output");

    private final CommandDraft draft;
    private final DeviceOptions options;
    private boolean hasBackend;

    public SoundArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        List<Element> cards = draft.domain().all("devices/sound");
        for (int i = 0; i < cards.size(); i++) {
            write(cards.get(i), i);
        }
    }

    private void write(Element card, int index) {
        String model = card.attribute("model");
        XmlPlace place = XmlPlace.of(card, "model");
        if (!draft.isAtLeast(4, 2)) {
            draft.omit(card, "QEMU before 4.2 cannot keep a sound card silent.");
        } else if (HDA.containsKey(model)) {
            hda(card, OptionText.of(HDA.get(model), place), index);
        } else if (PCI.containsKey(model)) {
            backend();
            OptionText option = OptionText.of(PCI.get(model), place);
            options.id(option, card, "sound" + index);
            draft.buses().pci().place(option.add("audiodev", SILENT), card);
            draft.argument("-device", option);
        } else {
            draft.omit(card, "This program adds sound cards on PCI only.");
        }
    }

    private void hda(Element card, OptionText option, int index) {
        backend();
        String id = options.id(option, card, "sound" + index);
        draft.buses().pci().place(option, card);
        draft.argument("-device", option);
        List<Element> codecs = card.children("codec");
        for (int i = 0; i < Math.max(1, codecs.size()); i++) {
            codec(codecs.stream().skip(i).findFirst(), id, i);
        }
    }

    private void codec(Optional<Element> codec, String card, int number) {
        XmlPlace[] from =
                codec.stream().map(it -> XmlPlace.of(it, "type")).toArray(XmlPlace[]::new);
        String type = codec.map(it -> it.attribute("type")).orElse("duplex");
        draft.argument(
                "-device",
                OptionText.of(CODECS.getOrDefault(type, "hda-duplex"), from)
                        .add("id", card + "-codec" + number)
                        .add("bus", card + ".0")
                        .add("cad", Integer.toString(number))
                        .add("audiodev", SILENT));
    }

    private void backend() {
        if (!hasBackend) {
            draft.argument("-audiodev", OptionText.of("none").add("id", SILENT));
            hasBackend = true;
        }
    }
}
