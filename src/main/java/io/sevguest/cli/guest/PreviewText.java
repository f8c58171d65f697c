package io.sevguest.cli.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.xml.Element;
import io.sevguest.launch.PlannedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plain-text forms of a preview. */
final class PreviewText {
    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("^(<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*)([\"'])[^\"']+\\2");

    private PreviewText() {}

    /** Returns the document for UTF-8 output. A declaration of another encoding is replaced. */
    static String xml(DomainXml domain) {
        Matcher declared = DECLARED_ENCODING.matcher(domain.text());
        boolean other = !domain.encoding().charset().equals(StandardCharsets.UTF_8);
        return other && declared.find() ? declared.replaceFirst("$1$2UTF-8$2") : domain.text();
    }

    /** Returns the launch security element as it is in the document, followed by a line end. */
    static Optional<String> launchSecurity(DomainXml domain) {
        return element(LaunchSecurity.of(domain))
                .map(found -> domain.text().substring(found.start(), found.end()) + "\n");
    }

    private static Optional<Element> element(LaunchSecurity security) {
        if (security instanceof LaunchSecurity.Sev sev) {
            return Optional.of(sev.element());
        }
        if (security instanceof LaunchSecurity.SevSnp snp) {
            return Optional.of(snp.element());
        }
        if (security instanceof LaunchSecurity.Foreign foreign) {
            return Optional.of(foreign.element());
        }
        return security instanceof LaunchSecurity.Legacy legacy
                ? Optional.of(legacy.element())
                : Optional.empty();
    }

    /**
     * Returns one argument per line, with backslashes doubled and line ends written as {@code \n}.
     */
    static String arguments(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.replace("\\", "\\\\").replace("\n", "\\n") + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the mode, size if known, purpose and content of each file. */
    static String files(List<PlannedFile> files) {
        var text = new StringBuilder();
        for (PlannedFile file : files) {
            text.append(file.path()).append('\n').append("  mode ").append(file.mode());
            file.size().ifPresent(bytes -> text.append(", ").append(bytes).append(" bytes"));
            text.append(", ").append(file.purpose()).append('\n');
            if (!file.content().isEmpty()) {
                text.append("  ").append(file.content()).append('\n');
            }
        }
        return text.toString();
    }
}
