package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.domain.guest.GuestTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the guest owner's steps in the README, command by command. */
class GuestOwnerWalkTest {
    private final CommandRunner runner = new CommandRunner();

    @TempDir Path folder;

    private Path file(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    private String run(Object... arguments) {
        var run = runner.run(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void leadsFromAPlatformToASecretInAProvedGuest() throws IOException {
        Path export = file("host.chain", SampleCertificates.chain());
        Path ask = file("ask.cert", SampleCertificates.ask().toBytes());
        Path ark = file("ark.cert", SampleCertificates.ark().toBytes());
        Path firmware = file("OVMF.fd", Bytes.of(new byte[4096]));
        Path keys = folder.resolve("keys");
        Path plain = folder.resolve("guest.xml");
        Path guest = folder.resolve("sev-guest.xml");
        Files.writeString(plain, GuestTemplate.PLAIN.create(new UUID(1, 2)).text());

        assertThat(run("verify", "--sev", export, "--ca", ask, "--trust-root", ark))
                .startsWith("The chain is valid");
        run(
                "session",
                "--sev",
                export,
                "--ca",
                ask,
                "--trust-root",
                ark,
                "--policy",
                "0x1",
                "--name",
                "db-1",
                "--output-dir",
                keys);
        run(
                "edit",
                plain,
                "--launch-security",
                "sev",
                "--policy",
                "0x1",
                "--dh-cert",
                keys.resolve("db-1_godh.b64"),
                "--session",
                keys.resolve("db-1_session.b64"),
                "-o",
                guest);
        String measurement = measurement(guest, firmware, keys, "build").strip();
        assertThat(measurement(guest, firmware, keys, "verify", "--measurement", measurement))
                .startsWith("OK: the measurement matches this guest.");
        run("bundle", guest, "--session", keys, "-o", folder.resolve("for-the-host.zip"));
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "open sesame");
        Path header = folder.resolve("header.b64");
        Path payload = folder.resolve("payload.b64");
        Path tek = keys.resolve("db-1_tek.bin");
        run(
                words(
                        "secret",
                        guest,
                        firmware,
                        keys,
                        "build",
                        "--measurement",
                        measurement,
                        "--tek",
                        tek.toString(),
                        "--secret",
                        "luks-key:" + passphrase,
                        "--base64",
                        header.toString(),
                        payload.toString()));
        Path opened = folder.resolve("opened");
        run(
                "secret",
                "open",
                header,
                payload,
                "--tek",
                tek,
                "--tik",
                keys.resolve("db-1_tik.bin"),
                "--measurement",
                measurement,
                "--extract",
                "luks",
                "-o",
                opened);
        assertThat(opened).hasContent("open sesame");
        Files.write(firmware, new byte[4097]);
        Object[] again =
                words("measurement", guest, firmware, keys, "verify", "--measurement", measurement);
        assertThat(runner.run(again).status()).isEqualTo(1);
    }

    private String measurement(Path guest, Path firmware, Path keys, String... command) {
        return run(words("measurement", guest, firmware, keys, command));
    }

    private static Object[] words(
            String name, Path guest, Path firmware, Path keys, String... command) {
        Object[] options = {
            "--domain-xml",
            guest,
            "--firmware",
            firmware,
            "--tik",
            keys.resolve("db-1_tik.bin"),
            "--api-major",
            "1",
            "--api-minor",
            "55",
            "--build-id",
            "3"
        };
        Object[] words = new Object[1 + command.length + options.length];
        words[0] = name;
        System.arraycopy(command, 0, words, 1, command.length);
        System.arraycopy(options, 0, words, 1 + command.length, options.length);
        return words;
    }
}
