package io.sevguest.qemu.host;

import io.sevguest.file.FileProblems;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A QEMU program as a file: its output for {@code --version} is part of it as text, so that its
 * version is known without a process.
 */
public record ProgramFile(Path path) {
    private static final Pattern VERSION =
            Pattern.compile("QEMU emulator version (\\d{1,4}\\.\\d{1,4}[ -~]{0,100})");
    private static final int BLOCK = 1 << 20;

    /** Longer than what is searched for, so that no block boundary hides it. */
    private static final int OVERLAP = 256;

    /**
     * Returns the version; empty if the file does not contain it, like a script that starts QEMU.
     *
     * @throws ProblemException if the file cannot be read
     */
    public Optional<QemuVersion> version() throws ProblemException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] tail = new byte[0];
            byte[] block = in.readNBytes(BLOCK);
            while (block.length > 0) {
                byte[] window = Arrays.copyOf(tail, tail.length + block.length);
                System.arraycopy(block, 0, window, tail.length, block.length);
                Matcher found = VERSION.matcher(new String(window, StandardCharsets.ISO_8859_1));
                if (found.find()) {
                    return QemuVersion.parse(found.group(1));
                }
                tail = Arrays.copyOfRange(block, Math.max(0, block.length - OVERLAP), block.length);
                block = in.readNBytes(BLOCK);
            }
            return Optional.empty();
        } catch (IOException failed) {
            throw FileProblems.reading(path, failed);
        }
    }
}
