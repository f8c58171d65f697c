package io.sevguest.recognition.bundle;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A few small files in a zip file, in memory. */
public final class ZipFiles {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST = 16;

    private ZipFiles() {}

    /** Writes files in their order, not compressed, without times: the same bytes each time. */
    static Bytes write(Map<String, Bytes> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                byte[] content = file.getValue().toArray();
                var sum = new CRC32();
                sum.update(content);
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException memoryDoesNotFail) {
            throw new IllegalStateException(memoryDoesNotFail);
        }
        return Bytes.of(out.toByteArray());
    }

    /**
     * Reads files; nothing is written anywhere.
     *
     * @param largest bytes that a file may have
     * @return by their names, which may lead elsewhere
     * @throws ProblemException for a damaged zip file, a name that comes twice, too many files or
     *     too large ones
     */
    public static Map<String, Bytes> read(String source, Bytes data, int largest)
            throws ProblemException {
        Map<String, Bytes> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(data.toArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                byte[] content = zip.readNBytes(largest + 1);
                if (content.length > largest || files.size() == MOST) {
                    throw refused(
                            source,
                            "It unpacks to more than launch parameters have: %,d bytes in a file,"
                                            .formatted(largest)
                                    + " "
                                    + MOST
                                    + " files.");
                }
                if (files.put(name, Bytes.of(content)) != null) {
                    throw refused(source, "The name \"" + name + "\" comes twice in it.");
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw refused(source, "The zip file is damaged: " + damaged.getMessage() + ".");
        }
        return files;
    }

    private static ProblemException refused(String source, String what) {
        return new ProblemException(
                new Problem(
                        what,
                        source,
                        "Nothing of it was taken. Ask the guest owner for the launch parameters"
                                + " again."));
    }
}
