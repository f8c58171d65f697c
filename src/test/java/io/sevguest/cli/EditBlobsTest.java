package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of certificates and sessions of other programs on the command line. */
class EditBlobsTest {
    private static final String GUEST =
            "<domain type='kvm'>\n  <name>g</name>\n  <memory>65536</memory>\n</domain>\n";

    @TempDir private Path folder;
    private final CommandRunner sevguest = new CommandRunner();
    private Path guest;
    private Path out;

    @BeforeEach
    void writeGuest() throws Exception {
        guest = Files.writeString(folder.resolve("guest.xml"), GUEST);
        out = folder.resolve("out.xml");
    }

    private static Path session(String file) {
        return Shared.path("vectors/session/01").resolve(file);
    }

    private CommandRunner.Result edit(Object... setters) {
        Object[] words = {"edit", guest, "-o", out};
        Object[] all = Arrays.copyOf(words, words.length + setters.length);
        System.arraycopy(setters, 0, all, words.length, setters.length);
        return sevguest.run(all);
    }

    private void refused(Object... setters) {
        var result = edit(setters);
        assertThat(result.status()).as(Arrays.toString(setters)).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aTransportKeyIsNotTakenForASession() throws Exception {
        for (int size : new int[] {16, 32}) {
            byte[] key = new byte[size];
            new Random(size).nextBytes(key);
            Path file = Files.write(folder.resolve("vm_tik.bin"), key);
            refused("--session", file);
            refused("--dh-cert", file);
        }
    }

    @Test
    void certificateAndSessionBecomeOneLineOfBase64() throws Exception {
        Path certificate = session("godh.cert");
        Path blob = session("launch_blob.bin");
        var result = edit("--dh-cert", certificate, "--session", blob);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(Files.readString(out))
                .contains("<dhCert>" + base64(certificate) + "</dhCert>")
                .contains("<session>" + base64(blob) + "</session>");
        Path back = folder.resolve("back.xml");
        sevguest.run("edit", out, "--unset", "launch-security", "-o", back);
        assertThat(back).hasSameBinaryContentAs(guest);
    }

    private static String base64(Path file) throws Exception {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }

    @Test
    void whatBelongsElsewhereIsRefused() {
        refused("--dh-cert", session("launch_blob.bin"));
        refused("--session", session("godh.cert"));
        refused("--dh-cert", session("godh.cert"), "--session", session("godh.cert"));
        refused("--dh-cert", Shared.path("vectors/fixtures/amd-snp-builtin/milan/ark.pem"));
        refused("--dh-cert", Shared.path("vectors/fixtures/amd-sev-builtin/rome/ask.cert"));
    }

    @Test
    void aCertificateOfAPlatformsOwnKeysIsRefused() {
        Path chain = Shared.path("vectors/chain/01");
        refused("--dh-cert", chain.resolve("pek.cert"));
        refused("--dh-cert", chain.resolve("cek.cert"));
    }

    @Test
    void insistingWritesItAllTheSame() throws Exception {
        var result = edit("--dh-cert", session("launch_blob.bin"), "--as-is");
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("warning: ");
        assertThat(Files.readString(out)).contains(base64(session("launch_blob.bin")));
    }

    @Test
    void aCertificateCutByAByteAndAPlatformsPdhPassWithAWarning() throws Exception {
        byte[] whole = Files.readAllBytes(session("godh.cert"));
        Path cut = Files.write(folder.resolve("cut.cert"), Arrays.copyOf(whole, whole.length - 1));
        for (Path doubtful : new Path[] {cut, session("pdh.cert")}) {
            var result = edit("--dh-cert", doubtful);
            assertThat(result.status()).as(result.err()).isZero();
            assertThat(result.err()).startsWith("warning: ").contains(".");
        }
    }
}
