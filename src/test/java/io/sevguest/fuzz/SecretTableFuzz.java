package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.secret.SecretPadding;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.problem.ProblemException;
import java.util.Arrays;

/**
 * Any bytes as a decrypted table of secrets: rejected with a problem, or read and written back the
 * same except for bytes after the table, and wiped when closed.
 */
final class SecretTableFuzz {
    private SecretTableFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try (SecretBytes plain = SecretBytes.take(input.clone())) {
            boolean begins = SecretTable.isIn(plain);
            SecretTable table = SecretTable.parse("fuzz", plain);
            if (!begins) {
                throw new AssertionError("read what does not begin as a table");
            }
            for (SecretPadding padding : SecretPadding.values()) {
                compare(table, padding, input);
            }
            table.close();
            if (!table.entries().stream().allMatch(entry -> entry.data().isWiped())) {
                throw new AssertionError("a secret is left");
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }

    private static void compare(SecretTable table, SecretPadding padding, byte[] input) {
        int size = table.size();
        try (SecretBytes again = table.toBytes(padding)) {
            Bytes written = Bytes.of(again.use(byte[]::clone));
            if (!written.slice(0, size).equals(Bytes.of(Arrays.copyOf(input, size)))) {
                throw new AssertionError("came back as other bytes");
            }
            if (written.size() % 16 != 0 || written.size() - size > 16) {
                throw new AssertionError("padded to " + written.size());
            }
        }
    }
}
