package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.output.ExitStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that each command handles malicious files of the maximum size, 64 MiB, within 5 seconds of
 * processor time and without an internal error.
 */
class HostileFilesIT {
    private static final int SIZE = 64 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir private static Path folder;

    /** A file that consists of a beginning, a repeated piece, and an end. */
    private record Hostile(String begin, String piece, String end) {
        static Hostile of(String piece) {
            return new Hostile("", piece, "");
        }

        void write(Path file) throws IOException {
            byte[] many = piece.repeat(8192).getBytes(StandardCharsets.ISO_8859_1);
            byte[] last = end.getBytes(StandardCharsets.ISO_8859_1);
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] first = begin.getBytes(StandardCharsets.ISO_8859_1);
                out.write(first);
                int left = SIZE - first.length - last.length;
                for (; left >= many.length; left -= many.length) {
                    out.write(many);
                }
                out.write(many, 0, left - left % piece.length());
                out.write(last);
            }
        }
    }

    private static final Map<String, Hostile> FILES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("zeros", Hostile.of("\0")),
                            Map.entry("nested-ber", Hostile.of("0\u0080")),
                            Map.entry("base64", Hostile.of("QUJD")),
                            Map.entry("hex", Hostile.of("0f")),
                            Map.entry("json-arrays", Hostile.of("[")),
                            Map.entry("pem-heads", Hostile.of("-----BEGIN CERTIFICATE-----\n")),
                            Map.entry("zip-heads", Hostile.of("PK\u0003\u0004")),
                            Map.entry("xml-depth", Hostile.of("<domain>")),
                            Map.entry("xml-angles", Hostile.of("<")),
                            Map.entry("xml-comment", new Hostile("<domain><!--", "- ", "")),
                            Map.entry(
                                    "xml-attributes",
                                    new Hostile("<domain a=\"", "&amp;", "\"></domain>")),
                            Map.entry(
                                    "xml-policy",
                                    new Hostile(
                                            "<domain type='kvm'><launchSecurity type='sev'><policy>0x",
                                            "f",
                                            "</policy></launchSecurity></domain>")),
                            Map.entry(
                                    "xml-session",
                                    new Hostile(
                                            "<domain type='kvm'><launchSecurity type='sev'>"
                                                    + "<policy>0x3</policy><session>",
                                            "QUJD",
                                            "</session></launchSecurity></domain>")),
                            Map.entry(
                                    "xml-memory",
                                    new Hostile(
                                            "<domain type='kvm'><memory>",
                                            "9",
                                            "</memory></domain>")),
                            Map.entry(
                                    "xml-disks",
                                    new Hostile(
                                            "<domain type='kvm'><devices>",
                                            "<disk/>",
                                            "</devices></domain>"))));

    @BeforeAll
    static void writeFiles() throws IOException {
        for (Map.Entry<String, Hostile> each : FILES.entrySet()) {
            each.getValue().write(folder.resolve(each.getKey()));
        }
    }

    @TestFactory
    Stream<DynamicTest> areAnsweredInTime() {
        return FILES.keySet().stream()
                .flatMap(
                        name -> {
                            Path file = folder.resolve(name);
                            return Stream.of(
                                    answered(name, "inspect", file),
                                    answered(name, "verify", "--sev", file),
                                    answered(name, "preview", file, "--qemu-version", "7.2"),
                                    answered(
                                            name,
                                            "edit",
                                            file,
                                            "--policy",
                                            "0x1",
                                            "-o",
                                            folder.resolve("out")));
                        });
    }

    private static DynamicTest answered(String name, Object... words) {
        return DynamicTest.dynamicTest(
                name + " " + words[0],
                () -> {
                    Duration taken = answer(words);
                    for (int again = 0; again < 2 && taken.compareTo(LIMIT) > 0; again++) {
                        taken = answer(words);
                    }
                    assertThat(taken).isLessThan(LIMIT);
                });
    }

    /** Returns the processor time of an answer; it varies with other work on the machine. */
    private static Duration answer(Object... words) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int status = new CommandRunner().run(words).status();
        var taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        Files.deleteIfExists(folder.resolve("out"));
        assertThat(status).isIn(ExitStatus.FINE, ExitStatus.NO, ExitStatus.WRONG_INPUT);
        return taken;
    }
}
