package io.sevguest.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file that a launch makes, mode 0600: in the guest's own directory, where it is removed when the
 * guest ends, but for {@link FirstCopy}.
 *
 * @param purpose what it is for, as a short phrase
 */
public record PlannedFile(Path path, String purpose, Origin creation) {
    /** The way in which a file is made. */
    public sealed interface Origin {}

    /** The launch writes this text. */
    public record Text(String text) implements Origin {}

    /** The launch copies the first file where that exists, else the second. */
    public record Copy(String own, String template) implements Origin {}

    /** The launch copies the template where the file does not exist yet; the file stays. */
    public record FirstCopy(String template) implements Origin {}

    /** The launch makes a qcow2 image on top of an image of that format. */
    public record Overlay(String image, String format) implements Origin {}

    /** QEMU makes it, or the launch while the guest runs. */
    public record RuntimeFile() implements Origin {}

    /** The file's mode as in {@code chmod}. */
    public String mode() {
        return "0600";
    }

    /** Its size in bytes, where that is known beforehand. */
    public OptionalLong size() {
        return creation instanceof Text text
                ? OptionalLong.of(text.text().getBytes(StandardCharsets.UTF_8).length)
                : OptionalLong.empty();
    }

    /** Its text, or in words what will be in it. */
    public String content() {
        if (creation instanceof Text text) {
            return text.text();
        }
        if (creation instanceof Copy copy) {
            return copy.own().isEmpty()
                    ? "a copy of " + copy.template()
                    : "a copy of "
                            + copy.own()
                            + (copy.template().isEmpty()
                                    ? ""
                                    : ", or of " + copy.template() + " where that does not exist");
        }
        if (creation instanceof FirstCopy once) {
            return "a copy of " + once.template() + " where it does not exist yet";
        }
        if (creation instanceof Overlay overlay) {
            return "an empty qcow2 overlay on " + overlay.image() + " (" + overlay.format() + ")";
        }
        return "";
    }
}
