package io.sevguest.qemu;

import io.sevguest.domain.Element;
import io.sevguest.problem.Severity;

/** Arguments and environment that the user passes on to QEMU by {@code qemu:commandline}. */
final class CommandLineExtras {
    private static final String NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

    private final CommandDraft draft;

    CommandLineExtras(CommandDraft draft) {
        this.draft = draft;
    }

    void write() {
        for (Element element : draft.domain().root().children()) {
            if (!element.namespace().equals(NAMESPACE)) {
                continue;
            }
            if (element.localName().equals("commandline")) {
                commandLine(element);
            } else {
                draft.omit(
                        element,
                        "It changes how libvirt writes the command; this one is written without.");
            }
        }
    }

    private void commandLine(Element commandLine) {
        draft.neutral(commandLine);
        draft.finding(
                "qemu-commandline",
                Severity.WARNING,
                Place.of(commandLine),
                "The XML passes arguments of its own to QEMU; they are started as they are.",
                "Read them before you start the guest.");
        for (Element child : commandLine.children()) {
            if (!child.namespace().equals(NAMESPACE)) {
                continue;
            }
            if (child.localName().equals("arg")) {
                draft.neutral(child);
                draft.argument(
                        child.attribute("value"),
                        OptionText.empty().from(Place.of(child, "value")));
            } else if (child.localName().equals("env")) {
                draft.neutral(child, "name", "value");
                draft.environment(child.attribute("name"), child.attribute("value"));
            }
        }
    }
}
