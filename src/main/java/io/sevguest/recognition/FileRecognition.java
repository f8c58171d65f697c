package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file and recognises it. Does I/O: call it from a task. */
public final class FileRecognition {
    private FileRecognition() {}

    /** What the file is; of kind {@link Kind#UNREADABLE}, with the reason, if it cannot be read. */
    public static Recognized of(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return unreadable(name, "It is a directory.", "Choose a file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DomainText.MAX_BYTES + 1);
            return Recognition.of(name, Bytes.of(bytes));
        } catch (NoSuchFileException absent) {
            return unreadable(name, "The file does not exist.", "Check the path.");
        } catch (AccessDeniedException denied) {
            return unreadable(
                    name, "You may not read the file.", "Change its permissions, or copy it.");
        } catch (IOException failure) {
            return unreadable(name, "Reading the file failed: " + failure.getMessage() + ".", "");
        }
    }

    private static Recognized unreadable(String name, String why, String fix) {
        return new Recognized(
                name,
                List.of(),
                Bytes.of(new byte[0]),
                new OtherContent(Kind.UNREADABLE, "unreadable"),
                List.of(Defect.of(why, fix)));
    }
}
