package io.sevguest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A disk whose boot sector asks for a key on the serial line, sends back what it reads, and powers
 * the guest off at a {@code q}. Unlike firmware, it waits while the line accepts no data.
 */
public final class EchoDisk {
    public static final String PROMPT = "Type q> ";

    private static final int SIZE = 1 << 20;
    private static final int SIGNATURE = 510;
    private static final String CODE =
            "31c08ed8" // ds = 0
                    + "fcbe407c" // si = the text below
                    + "ac84c07405e81f00ebf6" // for each byte: put
                    + "bafd03eca80174f8" // wait until the line status has data ready
                    + "baf803ece80e00" // read it: put
                    + "3c7175ed" // if it is not q, wait again
                    + "ba0406b80020ef" // write sleep state 5 to the power management's control
                    // register
                    + "f4ebfd" // halt
                    + "88c3bafd03eca82074f8baf80388d8eec3" // put: wait until the line accepts a
                    // byte
                    + "547970652071" // "Type q"
                    + "3e2000"; // "> " and the end

    private EchoDisk() {}

    public static Path write(Path file) throws IOException {
        byte[] disk = Arrays.copyOf(HexFormat.of().parseHex(CODE), SIZE);
        disk[SIGNATURE] = 0x55;
        disk[SIGNATURE + 1] = (byte) 0xaa;
        return Files.write(file, disk);
    }
}
