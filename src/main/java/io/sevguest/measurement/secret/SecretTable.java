package io.sevguest.measurement.secret;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table in which a guest finds its secrets by name; numbers little-endian, GUIDs mixed-endian.
 *
 * <pre>
 * 0x00 16 GUID    1e74f542-71dd-4d66-963e-ef4287ff173b
 * 0x10  4 LENGTH  of the whole table, this header counted, padding not
 *         then for each secret
 *      16 GUID    its name
 *       4 LENGTH  of the entry, these 20 bytes counted
 *         DATA
 * </pre>
 *
 * Closing wipes every secret. Source: Linux, drivers/virt/coco/efi_secret/efi_secret.c; sevctl,
 * src/secret.rs.
 */
public record SecretTable(List<Entry> entries) implements AutoCloseable {
    /** The name under which a guest looks for the key of its encrypted disk. */
    public static final Guid LUKS_KEY = Guid.of("736869e5-84f0-4973-92ec-06879ce3da0b");

    private static final Guid TABLE = Guid.of("1e74f542-71dd-4d66-963e-ef4287ff173b");
    private static final int HEAD = Guid.SIZE + Integer.BYTES;

    /**
     * A secret under its name.
     *
     * @param data of any size, also none; owned and wiped by the table
     */
    public record Entry(Guid guid, SecretBytes data) {}

    public SecretTable {
        entries = List.copyOf(entries);
    }

    /** Returns whether bytes begin as a table does. */
    public static boolean isIn(SecretBytes plain) {
        byte[] guid = TABLE.toBytes().toArray();
        return plain.use(
                values ->
                        values.length >= HEAD
                                && Arrays.equals(values, 0, guid.length, guid, 0, guid.length));
    }

    /**
     * Reads a table; the padding after it is ignored, as guests do.
     *
     * @param plain still the caller's, who wipes it
     * @throws ProblemException if it is not a table, or a length does not fit
     */
    public static SecretTable parse(String source, SecretBytes plain) throws ProblemException {
        var table = new SecretTable.TableBuilder(source);
        try {
            return plain.use(table::read);
        } catch (ProblemException broken) {
            table.entries.forEach(entry -> entry.data().close());
            throw broken;
        }
    }

    /**
     * Refuses names that a guest could not distinguish.
     *
     * @throws ProblemException if two secrets have the same GUID
     */
    public void checkNames() throws ProblemException {
        Set<Guid> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.guid())) {
                throw new ProblemException(
                        Problem.of("Two secrets have the GUID " + entry.guid() + ".")
                                .withFix(
                                        "A guest finds only the first one: give each secret a"
                                                + " GUID of its own."));
            }
        }
    }

    /** Bytes of the table without padding. */
    public int size() {
        return HEAD + entries.stream().mapToInt(entry -> HEAD + entry.data().size()).sum();
    }

    /** The table with zeros after it; the caller wipes it. */
    public SecretBytes toBytes(SecretPadding padding) {
        ByteBuffer out = ByteBuffer.allocate(padding.padded(size())).order(ByteOrder.LITTLE_ENDIAN);
        out.put(TABLE.toBytes().toArray()).putInt(size());
        for (Entry entry : entries) {
            out.put(entry.guid().toBytes().toArray()).putInt(HEAD + entry.data().size());
            entry.data().use(out::put);
        }
        return SecretBytes.take(out.array());
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.data().close());
    }

    /** A table while it is read. */
    private static final class TableBuilder {
        private final String source;
        private final List<Entry> entries = new ArrayList<>();

        TableBuilder(String source) {
            this.source = source;
        }

        SecretTable read(byte[] plain) throws ProblemException {
            ByteBuffer in = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
            if (plain.length < HEAD || !guid(in).equals(TABLE)) {
                throw broken("it does not begin with the GUID " + TABLE);
            }
            in.limit(length(in.getInt(), 0, plain.length));
            while (in.hasRemaining()) {
                entry(in);
            }
            return new SecretTable(entries);
        }

        private void entry(ByteBuffer in) throws ProblemException {
            int start = in.position();
            if (in.remaining() < HEAD) {
                throw broken(
                        "an entry at offset 0x%x has no room in the last %s"
                                .formatted(start, Count.of(in.remaining(), "byte")));
            }
            Guid guid = guid(in);
            int length = length(in.getInt(), start, in.limit() - start);
            byte[] data = new byte[length - HEAD];
            in.get(data);
            entries.add(new Entry(guid, SecretBytes.take(data)));
        }

        private Guid guid(ByteBuffer in) throws ProblemException {
            byte[] raw = new byte[Guid.SIZE];
            in.get(raw);
            return Guid.read(new ByteCursor(source, Bytes.of(raw)), "GUID");
        }

        /** A length at offset 0x10 of a table or entry, if it holds its head and not too much. */
        private int length(int value, int start, int room) throws ProblemException {
            if (value < HEAD || value > room) {
                throw broken(
                        "the length at offset 0x%x is %d, but must be from %d to %d"
                                .formatted(
                                        start + Guid.SIZE,
                                        Integer.toUnsignedLong(value),
                                        HEAD,
                                        room));
            }
            return value;
        }

        private ProblemException broken(String why) {
            return new ProblemException(
                    new Problem("This is not a table of secrets: " + why + ".", source, ""));
        }
    }
}
