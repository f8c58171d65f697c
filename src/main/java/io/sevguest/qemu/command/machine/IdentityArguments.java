package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;

/** Name, UUID, and how the guest starts. */
public final class IdentityArguments {
    private final CommandDraft draft;

    public IdentityArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        name();
        uuid();
        draft.flag("-no-user-config");
        draft.flag("-nodefaults");
        if (draft.target().mode().paused()) {
            draft.flag("-S");
        }
    }

    private void name() {
        Optional<Element> name = draft.domain().at("name");
        String written = name.map(Element::text).orElse("");
        if (written.isEmpty()) {
            name.ifPresent(it -> draft.omit(it, "It is empty."));
            return;
        }
        draft.argument(
                "-name", OptionText.empty().add("guest", written, XmlPlace.of(name.orElseThrow())));
    }

    private void uuid() {
        Optional<Element> uuid = draft.domain().at("uuid");
        if (GuestUuid.written(draft.domain()).isPresent()) {
            draft.argument(
                    "-uuid", OptionText.of(draft.files().uuid(), XmlPlace.of(uuid.orElseThrow())));
            return;
        }
        uuid.ifPresent(it -> draft.omit(it, "It is not a valid UUID."));
        draft.assume(
                "uuid",
                draft.files().uuid(),
                "Made from the path of the file, or from the name of a guest that has"
                        + " no file yet.");
        draft.argument("-uuid", OptionText.of(draft.files().uuid()));
    }
}
