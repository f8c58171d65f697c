package io.sevguest.cli.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.cli.CommandRunner;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.ProblemReport;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.session.SessionBook;
import io.sevguest.state.session.SessionFiles;
import io.sevguest.state.session.SessionRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BundleCommandTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>db 1</name>
              <memory unit='GiB'>1</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>0x0005</policy>
              </launchSecurity>
            </domain>
            """;

    @TempDir Path folder;

    private final CommandRunner runner = new CommandRunner();
    private Path guest;
    private Path keys;
    private Path zip;

    @BeforeEach
    void prepare() throws Exception {
        guest = Files.writeString(folder.resolve("guest.xml"), XML);
        keys = folder.resolve("keys");
        zip = folder.resolve("guest.zip");
        make("vm", 5);
    }

    private void make(String name, int policy) throws Exception {
        var order =
                new SessionRequest(
                        SessionPlatform.unverified(
                                "pdh", PlatformCertificates.of(List.of(SampleCertificates.pdh()))),
                        new SevPolicy(policy),
                        GodhSignature.NONE,
                        "host",
                        SessionFiles.of(keys, name),
                        false);
        order.carryOut(new OwnerSession(new SecureRandom(), Clock.systemUTC()));
    }

    private CommandRunner.Result bundle(Object... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var report = new ProblemReport();
        Stream<Object> words =
                Stream.concat(Stream.of(guest, "--session", keys, "-o", zip), Stream.of(more));
        int status =
                new CommandLine(new BundleCommand(new SessionBook(folder.resolve("state"))))
                        .setExecutionExceptionHandler(report)
                        .setParameterExceptionHandler(report)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(words.map(Object::toString).toArray(String[]::new));
        return new CommandRunner.Result(status, out.toString(), err.toString());
    }

    @Test
    void holdsXmlBlobsPolicyAndCommands() throws Exception {
        assertThat(bundle().status()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        LaunchBundle read = LaunchBundle.parse("zip", Bytes.of(Files.readAllBytes(zip)));
        assertThat(keys.resolve("vm_godh.b64")).hasBinaryContent(read.dhCert().toArray());
        assertThat(keys.resolve("vm_session.b64")).hasBinaryContent(read.session().toArray());
        String words = new String(read.instructions().toArray(), StandardCharsets.UTF_8);
        assertThat(words)
                .contains(
                        "Policy 0x0005 = 5",
                        "NODBG: Debugging is forbidden.",
                        "virsh start --paused 'db 1'",
                        "qemu-system-x86_64",
                        "dh-cert-file=dh_cert.base64,session-file=session.base64",
                        SampleCertificates.pdh().toBytes().sha256().toHex());
        assertThat(Files.readString(guest)).isEqualTo(XML);
    }

    @Test
    void aGuestWithoutLaunchSecurityGetsThePolicyOfTheSession() throws Exception {
        Files.writeString(
                guest,
                "<domain type='kvm'><name>db</name><memory unit='GiB'>1</memory>"
                        + "<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>");
        assertThat(bundle().err()).isEmpty();
        LaunchBundle read = LaunchBundle.parse("zip", Bytes.of(Files.readAllBytes(zip)));
        assertThat(new String(read.xml().toArray(), StandardCharsets.UTF_8))
                .contains("<policy>0x0005</policy>");
    }

    @Test
    void refusesAGuestWithoutLaunchSecurityIfNothingTellsThePolicy() throws Exception {
        Files.writeString(guest, "<domain type='kvm'><name>db</name></domain>");
        Files.delete(keys.resolve("vm_tik.bin"));
        Files.delete(keys.resolve("vm.session.json"));
        CommandRunner.Result result = bundle("--name", "vm");
        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(result.err())
                .contains("The guest has no launch security", "sevguest edit --policy VALUE");
        assertThat(zip).doesNotExist();
    }

    @Test
    void neverHoldsAKey() throws Exception {
        bundle();
        String text = Files.readString(zip, StandardCharsets.ISO_8859_1);
        for (String name : List.of("vm_tek.bin", "vm_tik.bin")) {
            byte[] key = Files.readAllBytes(keys.resolve(name));
            assertThat(text)
                    .doesNotContain(new String(key, StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase(Bytes.of(key).toHex())
                    .doesNotContain(Bytes.of(key).toBase64().substring(0, 20))
                    .doesNotContain(name);
        }
    }

    @Test
    void isTheSameEachTime() throws Exception {
        bundle();
        byte[] first = Files.readAllBytes(zip);
        Files.delete(zip);
        bundle();
        assertThat(Files.readAllBytes(zip)).isEqualTo(first);
    }

    @Test
    void aSessionForAnotherPolicyIsRefused() throws Exception {
        Files.writeString(guest, XML.replace("0x0005", "0x0003"));
        var run = bundle();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("session was made for policy 0x0005.");
        assertThat(zip).doesNotExist();
    }

    @Test
    void warnsOfARebootAndOfAPolicyThatCannotBeKnown() throws Exception {
        assertThat(bundle().err()).isEmpty();
        String restarting = "<on_reboot>restart</on_reboot></domain>";
        Files.writeString(guest, XML.replace("</domain>", restarting));
        Files.delete(keys.resolve("vm.session.json"));
        Files.delete(keys.resolve("vm_tik.bin"));
        var run = bundle("--force");
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("warning: " + guest, "on_reboot is restart")
                .contains("The policy of this session is unknown");
    }

    @Test
    void saysNothingOfTheFirmwareHere() throws Exception {
        Files.writeString(guest, XML.replace("<os>", "<os firmware='efi'>"));
        bundle();
        LaunchBundle read = LaunchBundle.parse("zip", Bytes.of(Files.readAllBytes(zip)));
        assertThat(new String(read.instructions().toArray(), StandardCharsets.UTF_8))
                .contains("libvirt finds on the host by itself", "readonly=on,file=IMAGE")
                .doesNotContain("on this machine");
    }

    @Test
    void findsTheSessionThatTheXmlHoldsAmongSeveral() throws Exception {
        make("other", 5);
        assertThat(bundle().err()).contains("This folder contains 2 sessions");
        assertThat(bundle("--name", "other").status()).isZero();
        Path with = folder.resolve("with.xml");
        runner.run(
                "edit",
                guest,
                "--session",
                keys.resolve("vm_session.b64"),
                "--dh-cert",
                keys.resolve("vm_godh.b64"),
                "-o",
                with);
        guest = with;
        assertThat(bundle("--force").out()).contains("session \"vm\"");
        assertThat(bundle("--name", "other", "--force").err())
                .contains("contains a different session");
        Files.delete(keys.resolve("vm.session.json"));
        assertThat(bundle("--force").out()).contains("session \"vm\"");
        Files.delete(keys.resolve("vm_session.b64"));
        assertThat(bundle("--force").err()).contains("None of the sessions");
    }

    @Test
    void theOtherDeskReadsItAsADomain() throws Exception {
        bundle();
        var shown = runner.run("preview", zip, "--as", "launch-security");
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("<policy>0x0005</policy>", "<session>");
        var inPlace = runner.run("edit", zip, "--in-place", "--policy", "1");
        assertThat(inPlace.status()).isEqualTo(2);
        assertThat(inPlace.err()).contains("cannot be edited in place");
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        assertThat(runner.run("preview", zip).status()).isEqualTo(2);
    }

    @Test
    void aFileThatExistsIsReplacedByForceAlone() throws Exception {
        Files.writeString(zip, "other");
        CommandRunner.Result refused = bundle();
        assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(refused.err()).contains("The file already exists.", "add --force");
        assertThat(zip).hasContent("other");
        assertThat(bundle("--force").status()).isZero();
        LaunchBundle.parse("zip", Bytes.of(Files.readAllBytes(zip)));
    }

    @Test
    void noHostCouldStartAGuestWithReservedBits() throws Exception {
        Files.writeString(guest, XML.replace("0x0005", "0x0085"));
        CommandRunner.Result refused = bundle();
        assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(refused.err()).contains("Reserved bits are set in the policy");
        assertThat(zip).doesNotExist();
    }
}
