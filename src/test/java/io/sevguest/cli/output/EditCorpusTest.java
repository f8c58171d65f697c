package io.sevguest.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.cli.CommandRunner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the {@code edit} command with domains of libvirt's own tests. */
class EditCorpusTest {
    /** The interval of the files that are tested. */
    private static final int STEP = 7;

    private static final int LIMIT = 64 << 20;

    @TempDir private Path folder;
    private final CommandRunner sevguest = new CommandRunner();

    private static List<Path> sample() throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("corpus/domains"))) {
            List<Path> all = files.sorted().toList();
            return Stream.iterate(0, i -> i < all.size(), i -> i + STEP).map(all::get).toList();
        }
    }

    @Test
    void withoutASetterEveryByteIsCopied() throws IOException {
        Path out = folder.resolve("out.xml");
        List<Path> sample = sample();
        for (Path file : sample) {
            assertThat(sevguest.run("edit", file, "-o", out).status()).as("%s", file).isZero();
            assertThat(out).as("%s", file).hasSameBinaryContentAs(file);
        }
        assertThat(sample).hasSizeGreaterThan(90);
    }

    @Test
    void aPolicyChangesOnlyLinesOfLaunchSecurity() throws IOException {
        Path out = folder.resolve("out.xml");
        int kept = 0;
        for (Path file : sample()) {
            Files.deleteIfExists(out);
            var result = sevguest.run("edit", file, "--policy", "0xbeef", "-o", out);
            if (result.status() == ExitStatus.WRONG_INPUT) {
                assertThat(result.err()).contains("it is kept as it is");
                kept++;
            } else {
                assertThat(result.status()).as(result.err()).isZero();
                onlyLaunchSecurityDiffers(file, out);
            }
        }
        assertThat(kept).isLessThan(5);
    }

    private static void onlyLaunchSecurityDiffers(Path before, Path after) throws IOException {
        List<String> changed = lines(after);
        lines(before).forEach(changed::remove);
        assertThat(changed).as("%s", before).isNotEmpty();
        assertThat(String.join("\n", changed).replaceAll("\\s", ""))
                .as("%s", before)
                .matches(
                        "(<launchSecuritytype=['\"]sev['\"]>)?<policy>0xbeef</policy>(</launchSecurity>)?");
        List<String> gone = lines(before);
        lines(after).forEach(gone::remove);
        assertThat(gone).as("%s", before).allMatch(line -> line.contains("<policy>"));
    }

    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    @Test
    void aFileOverTheLimitIsRefusedByEveryCommand() throws IOException {
        Path large = folder.resolve("large.xml");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LIMIT + 1L);
        }
        Path out = folder.resolve("out.xml");
        for (Object[] words :
                new Object[][] {
                    {"edit", large, "-o", out},
                    {"preview", large},
                    {"launch", large}
                }) {
            var result = sevguest.run(words);
            assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
            assertThat(result.err()).contains(large.toString(), "64 MiB");
            assertThat(out).doesNotExist();
        }
        var inspected = sevguest.run("inspect", large);
        assertThat(inspected.out() + inspected.err()).contains("64 MiB");
    }

    @Test
    void aFileOfExactlyTheLimitIsRead() throws IOException {
        String domain = "<domain><name>g</name></domain>";
        byte[] bytes = new byte[LIMIT];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(domain.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, domain.length());
        Path large = Files.write(folder.resolve("large.xml"), bytes);
        Path out = folder.resolve("out.xml");
        var result = sevguest.run("edit", large, "--policy", "3", "-o", out);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Files.size(out)).isGreaterThan(LIMIT);
    }
}
