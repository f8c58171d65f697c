package io.sevguest;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.sevguest.bytes.Bytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Searches all reachable objects for secrets, as bytes, hex and base64. The caller masks the
 * secrets, so that they are not found in the test itself.
 */
public final class LiveHeap {
    private static final byte MASK = 0x5a;

    private LiveHeap() {}

    /** Returns the names of the masked secrets that any object contains. */
    public static List<String> found(Map<String, byte[]> masked, Path folder) throws IOException {
        Path dump = folder.resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(dump.toString(), true);
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> secret : masked.entrySet()) {
            byte[] plain = masked(secret.getValue().clone());
            if (isIn(dump, plain) || isIn(dump, hex(plain)) || isIn(dump, base64(plain))) {
                found.add(secret.getKey());
            }
        }
        return found;
    }

    /** Masks an array in place, or unmasks it. */
    public static byte[] masked(byte[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] ^= MASK;
        }
        return values;
    }

    private static byte[] hex(byte[] values) {
        return Bytes.of(values).toHex().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns base64 without the last digits, which may differ if the bytes are part of a longer
     * text.
     */
    private static byte[] base64(byte[] values) {
        int whole = values.length / 3 * 3;
        return Bytes.of(Arrays.copyOf(values, whole))
                .toBase64()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isIn(Path file, byte[] needle) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            byte[] window = new byte[1 << 20];
            int kept = 0;
            ByteBuffer buffer = ByteBuffer.wrap(window);
            while (channel.read(buffer) >= 0) {
                int end = buffer.position();
                for (int at = 0; at + needle.length <= end; at++) {
                    if (window[at] == needle[0]
                            && Arrays.equals(
                                    window, at, at + needle.length, needle, 0, needle.length)) {
                        return true;
                    }
                }
                kept = Math.min(end, needle.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
                buffer.clear().position(kept);
            }
            return false;
        }
    }
}
