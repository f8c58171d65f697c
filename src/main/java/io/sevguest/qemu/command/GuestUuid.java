package io.sevguest.qemu.command;

import io.sevguest.domain.DomainXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The UUID a guest is started under: its own, or one made from the path of its file. */
public final class GuestUuid {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private GuestUuid() {}

    /** The UUID in the XML with dashes and in lower case; empty where there is none or no UUID. */
    public static Optional<String> written(DomainXml domain) {
        String digits =
                domain.textAt("uuid").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                String.join(
                        "-",
                        digits.substring(0, 8),
                        digits.substring(8, 12),
                        digits.substring(12, 16),
                        digits.substring(16, 20),
                        digits.substring(20)));
    }

    /**
     * The UUID in the XML, else a name-based one (version 3) of the file's path without symbolic
     * links: the same in preview and launch, never written to the XML.
     */
    public static String of(DomainXml domain, Path file) {
        return written(domain).orElseGet(() -> named("file:" + real(file)));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreachable) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** The same for a document that has no file yet: of the guest's name. */
    public static String ofUnsaved(DomainXml domain) {
        return written(domain).orElseGet(() -> named("guest:" + domain.textAt("name")));
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
