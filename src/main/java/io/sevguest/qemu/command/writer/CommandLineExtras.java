package io.sevguest.qemu.command.writer;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.OwnArguments;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.regex.Pattern;

/** Arguments and environment that the user passes on to QEMU by {@code qemu:commandline}. */
final class CommandLineExtras {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final CommandDraft draft;

    CommandLineExtras(CommandDraft draft) {
        this.draft = draft;
    }

    void write() {
        for (Element element : draft.domain().root().children()) {
            if (!element.namespace().equals(OwnArguments.NAMESPACE)) {
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
        draft.finding(XmlPlace.of(commandLine), "qemu-commandline");
        for (Element child : commandLine.children()) {
            if (!child.namespace().equals(OwnArguments.NAMESPACE)) {
                continue;
            }
            if (child.localName().equals("arg")) {
                draft.neutral(child);
                draft.argument(
                        child.attribute("value"),
                        OptionText.empty().from(XmlPlace.of(child, "value")));
            } else if (child.localName().equals("env")) {
                variable(child);
            }
        }
    }

    /**
     * Sets a variable whose name is one; any other could be an option of the program that sets it.
     *
     * <p>Source: libvirt, qemu_conf.c, qemuDomainDefNamespaceParseCommandlineEnv.
     */
    private void variable(Element variable) {
        String name = variable.attribute("name");
        if (VARIABLE.matcher(name).matches()) {
            draft.neutral(variable, "name", "value");
            draft.environment(name, variable.attribute("value"));
            return;
        }
        draft.omit(variable, "Its name is not that of an environment variable.");
        draft.finding(XmlPlace.of(variable, "name"), "qemu-env-name-unusable", name);
    }
}
