package io.sevguest.qemu.command;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments and environment variables for QEMU that a guest's XML brings itself. A guest is started
 * with them only if somebody has agreed to it.
 *
 * @param lines one for each, in the order of the document: {@code NAME=value} or a word, quoted for
 *     a shell
 */
public record OwnArguments(List<String> lines) {
    /** The namespace of {@code qemu:commandline}. */
    public static final String NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

    public OwnArguments {
        lines = List.copyOf(lines);
    }

    /** Returns those of a document; no lines where it has none. */
    public static OwnArguments of(DomainXml domain) {
        List<String> lines = new ArrayList<>();
        for (Element commandLine : domain.root().children()) {
            if (is(commandLine, "commandline")) {
                commandLine.children().forEach(child -> add(child, lines));
            }
        }
        return new OwnArguments(lines);
    }

    private static void add(Element child, List<String> lines) {
        if (is(child, "arg")) {
            lines.add(ShellWord.quote(child.attribute("value")));
        } else if (is(child, "env")) {
            lines.add(child.attribute("name") + "=" + ShellWord.quote(child.attribute("value")));
        }
    }

    /** Returns whether an element has that local name in the namespace of the command line. */
    static boolean is(Element element, String name) {
        return element.namespace().equals(NAMESPACE) && element.localName().equals(name);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
