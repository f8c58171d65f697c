package io.sevguest.qemu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of QEMU by its first two numbers; a third one never changes the command line. */
public record QemuVersion(int major, int minor) implements Comparable<QemuVersion> {
    /** The first with SEV guests. */
    public static final QemuVersion FIRST_WITH_SEV = new QemuVersion(2, 12);

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.\\-+ (].*)?");

    /** Reads {@code 7.2}, {@code 7.2.22} or {@code 7.2.22 (Debian …)}; empty for other text. */
    public static Optional<QemuVersion> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        return numbers.matches()
                ? Optional.of(
                        new QemuVersion(
                                Integer.parseInt(numbers.group(1)),
                                Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return compareTo(new QemuVersion(otherMajor, otherMinor)) >= 0;
    }

    @Override
    public int compareTo(QemuVersion other) {
        return major == other.major
                ? Integer.compare(minor, other.minor)
                : Integer.compare(major, other.major);
    }

    /** As {@code 7.2}. */
    public String toText() {
        return major + "." + minor;
    }
}
