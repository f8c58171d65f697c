package io.sevguest.cli.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.cli.CommandRunner;
import io.sevguest.cli.guest.EditCommand;
import io.sevguest.cli.guest.InspectCommand;
import io.sevguest.cli.guest.PreviewCommand;
import io.sevguest.cli.output.ProblemReport;
import io.sevguest.measurement.firmware.SampleFirmware;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.session.SessionBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests that in a whole run with known keys, no output, log or other file contains one of them. */
class SecretsInOutputTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>db</name>
              <memory unit='GiB'>1</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>0x0001</policy>
              </launchSecurity>
            </domain>
            """;

    @TempDir Path folder;

    private final StringWriter told = new StringWriter();
    private final Handler logs =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    told.append(entry.getMessage()).append(String.valueOf(entry.getThrown()));
                }

                @Override
                public void flush() {
                    // nothing to flush
                }

                @Override
                public void close() {
                    // nothing to close
                }
            };
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        logs.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(logs);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(logs);
        root.setLevel(before);
    }

    private void run(Object command, Object... words) {
        var report = new ProblemReport();
        var out = new PrintWriter(told, true);
        new CommandLine(command)
                .setExecutionExceptionHandler(report)
                .setParameterExceptionHandler(report)
                .setOut(out)
                .setErr(out)
                .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    /**
     * Returns an owner with the same random numbers each time, so that the keys of a failure can be
     * examined.
     */
    private static OwnerSession owner() throws Exception {
        var random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed("known keys".getBytes(StandardCharsets.US_ASCII));
        return new OwnerSession(random, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @Test
    void noKeyIsPrintedLoggedOrWrittenElsewhere() throws Exception {
        Path guest = Files.writeString(folder.resolve("guest.xml"), XML);
        Path pdh =
                Files.write(folder.resolve("h.cert"), SampleCertificates.pdh().toBytes().toArray());
        Path keys = folder.resolve("keys");
        var book = new SessionBook(folder.resolve("state"));
        for (String form : List.of("--sign-godh", "--json")) {
            run(
                    new SessionCommand(owner(), book),
                    "--pdh",
                    pdh,
                    "--unverified",
                    "--policy",
                    "1",
                    "--output-dir",
                    keys,
                    "--force",
                    form);
        }
        run(new SessionCommand(owner(), book), "--pdh", pdh, "--policy", "1");
        run(
                new SessionCommand(owner(), book),
                "--pdh",
                pdh,
                "--unverified",
                "--policy",
                "1",
                "--output-dir",
                keys);
        Path with = keys.resolve("with.xml");
        run(
                new EditCommand(),
                guest,
                "--dh-cert",
                keys.resolve("vm_godh.b64"),
                "--session",
                keys.resolve("vm_session.b64"),
                "-o",
                with);
        run(new BundleCommand(book), with, "--session", keys, "-o", folder.resolve("b.zip"));
        for (String form : List.of("xml", "args", "json", "files", "command")) {
            run(new PreviewCommand(), with, "--as", form, "--policy", "3");
        }
        run(new InspectCommand(), "--json", keys.resolve("vm_session.b64"), with);
        Files.writeString(folder.resolve("told.txt"), told.toString());
        assertThat(told.toString()).contains("keep secret", "session was made for policy 0x0001.");
        assertThat(leaks(keys, "vm_tek.bin", "vm_tik.bin")).isEmpty();
    }

    @Test
    void noKeyOrSecretIsPrintedLoggedOrWrittenByMeasurementAndSecret() throws Exception {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        for (String name : List.of("vm_tek.bin", "vm_tik.bin", "passphrase")) {
            byte[] values = Bytes.of(name.getBytes(StandardCharsets.US_ASCII)).sha256().toArray();
            Files.write(keys.resolve(name), Arrays.copyOf(values, 16));
        }
        Path firmware = Files.write(folder.resolve("OVMF.fd"), SampleFirmware.whole().toArray());
        Path measured = folder.resolve("measured");
        Path header = folder.resolve("header");
        Path payload = folder.resolve("payload");
        String tik = keys.resolve("vm_tik.bin").toString();
        String tek = keys.resolve("vm_tek.bin").toString();
        String hex = Bytes.of(Files.readAllBytes(Path.of(tik))).toHex();
        String secret = "luks:" + keys.resolve("passphrase");
        String[] guest = {
            "--api-major",
            "1",
            "--api-minor",
            "55",
            "--build-id",
            "1",
            "--firmware",
            firmware.toString(),
            "--tek",
            tek,
            "--policy"
        };
        main(guest, "measurement build", "1", "--tik", tik, "--outfile", measured);
        main(guest, "measurement verify", "1", "--tik", tik, "-m", measured, "--json");
        main(guest, "measurement verify", "2", "--tik", hex, "-m", measured);
        main(guest, "measurement verify", "2", "--tik", hex + "00", "-m", measured);
        main(guest, "measurement verify", "2", "--tik", hex, "--tk", hex + hex, "-m", measured);
        List<Object> made = List.of("-m", measured, "-s", secret, header, payload);
        for (List<Object> asked :
                List.<List<Object>>of(List.of("3", tik), List.of("1", tik), List.of("1", hex))) {
            List<Object> words = new ArrayList<>(List.of(asked.get(0), "--tik", asked.get(1)));
            words.addAll(made);
            main(guest, "secret build", words.toArray());
        }
        String[] open = {"--tek", tek, "-m", measured.toString()};
        main(open, "secret open", "--tik", tik, header, payload, "--json");
        main(open, "secret open", "--tik", tek, header, payload);
        Files.writeString(folder.resolve("told.txt"), told.toString());
        assertThat(told.toString())
                .contains(
                        "\"valid\" : true",
                        "NO: header",
                        "\"matches\" : true",
                        "NO: the measurement")
                .contains("No secret was created.", "already exists", "add --force to replace it");
        assertThat(leaks(keys, "vm_tek.bin", "vm_tik.bin", "passphrase")).isEmpty();
    }

    private void main(String[] some, String command, Object... more) {
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(some));
        words.addAll(List.of(more));
        CommandRunner.Result result = new CommandRunner().run(words.toArray());
        told.append(result.out()).append(result.err());
    }

    /** Returns the places where a key occurs, other than its own file. */
    private List<String> leaks(Path keys, String... names) throws IOException {
        Map<String, byte[]> secrets = new TreeMap<>();
        for (String name : names) {
            secrets.put(name, Files.readAllBytes(keys.resolve(name)));
            assertThat(secrets.get(name)).hasSize(16);
        }
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                secrets.forEach(
                        (name, key) -> {
                            if (!file.endsWith(name) && holds(content, key)) {
                                leaks.add(name + " in " + file);
                            }
                        });
            }
        }
        return leaks;
    }

    private static boolean holds(String content, byte[] key) {
        String base64 = Bytes.of(key).toBase64();
        return content.contains(new String(key, StandardCharsets.ISO_8859_1))
                || content.toLowerCase(Locale.ROOT).contains(Bytes.of(key).toHex())
                || content.contains(base64.substring(0, 20));
    }
}
