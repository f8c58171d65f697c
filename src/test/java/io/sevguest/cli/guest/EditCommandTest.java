package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.CommandRunner;
import io.sevguest.cli.output.ExitStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {
    private static final String GUEST =
            "<domain type='kvm'>\r\n  <name>g</name>\r\n  <launchSecurity type='sev'>\r\n"
                    + "    <policy>3</policy>\r\n    <!-- kept -->\r\n  </launchSecurity>\r\n"
                    + "</domain>";

    @TempDir private Path folder;
    private final CommandRunner sevguest = new CommandRunner();
    private Path guest;
    private Path out;

    @BeforeEach
    void writeGuest() throws Exception {
        guest = Files.writeString(folder.resolve("guest.xml"), GUEST);
        out = folder.resolve("out.xml");
    }

    @Test
    void withoutASetterTheFileIsCopied() throws Exception {
        assertThat(sevguest.run("edit", guest, "-o", out).status()).isZero();
        assertThat(Files.readString(out)).isEqualTo(GUEST);
    }

    @Test
    void aDashIsNoFile() {
        var result = sevguest.run("edit", guest, "-o", "-");
        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(result.err()).contains("preview --as xml");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void anEditChangesOnlyWhatItIsAbout() throws Exception {
        var result = sevguest.run("edit", guest, "--policy", "0x7", "--cbitpos", 47, "-o", out);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Files.readString(out).lines())
                .containsSubsequence("    <policy>0x0007</policy>", "    <!-- kept -->");
        assertThat(Files.readString(out)).contains("    <cbitpos>47</cbitpos>\r\n");
        assertThat(Files.readString(guest)).isEqualTo(GUEST);
    }

    @Test
    void aValueThatTheTextAlreadyMeansLeavesItAlone() throws Exception {
        assertThat(sevguest.run("edit", guest, "--policy", "0x3", "-o", out).status()).isZero();
        assertThat(Files.readString(out)).isEqualTo(GUEST);
    }

    @Test
    void launchSecurityOfAnotherTypeIsNamedInTheRefusal() throws Exception {
        Files.writeString(guest, "<domain><launchSecurity type='tdx'/></domain>");
        var result = sevguest.run("edit", guest, "--policy", "0x3", "-o", out);
        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(result.err())
                .contains("launch security of type \"tdx\", which these options cannot change");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingOptionIsToldOnceAsAnError() {
        var result = sevguest.run("edit", guest);
        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(result.err()).startsWith("error: Missing required argument");
    }

    @Test
    void inPlaceKeepsTheMode() throws Exception {
        Files.setPosixFilePermissions(guest, PosixFilePermissions.fromString("rw-r-----"));
        var result = sevguest.run("edit", guest, "--kernel-hashes", "yes", "--in-place");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(Files.readString(guest)).contains("kernelHashes='yes'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(guest)))
                .isEqualTo("rw-r-----");
        sevguest.run("edit", guest, "--unset", "kernel-hashes", "--in-place");
        assertThat(Files.readString(guest)).isEqualTo(GUEST);
    }

    @Test
    void theInputIsNeverWrittenOverByMistake() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), guest);
        var result = sevguest.run("edit", guest, "--policy", "7", "-o", link);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--in-place");
        assertThat(Files.readString(guest)).isEqualTo(GUEST);
    }

    @Test
    void launchSecurityIsMadeAndTakenAway() throws Exception {
        sevguest.run("edit", guest, "--launch-security", "none", "-o", out);
        assertThat(Files.readString(out)).doesNotContain("launchSecurity");
        Path again = folder.resolve("again.xml");
        assertThat(sevguest.run("edit", out, "--launch-security", "sev", "-o", again).status())
                .isZero();
        assertThat(Files.readString(again)).contains("<launchSecurity type='sev'>\r\n");
        Path none = folder.resolve("none.xml");
        sevguest.run("edit", again, "--unset", "launch-security", "-o", none);
        assertThat(none).hasSameBinaryContentAs(out);
    }

    /** Such a comment is well-formed, and elements inserted into it would be lost. */
    @Test
    void aCommentThatBeginsWithAnAngleBracketSwallowsNothing() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("comment.xml"),
                        "<domain type='kvm'>\n  <name>n</name>\n"
                                + "  <on_crash>destroy</on_crash><!-->note-->\n</domain>\n");
        Path out = folder.resolve("out.xml");
        assertThat(
                        sevguest.run(
                                        "edit",
                                        file,
                                        "--launch-security",
                                        "sev",
                                        "--policy",
                                        "3",
                                        "-o",
                                        out)
                                .status())
                .isZero();
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(out.toFile());
        var security = document.getElementsByTagName("launchSecurity");
        assertThat(security.getLength()).isEqualTo(1);
        assertThat(security.item(0).getTextContent().strip()).isEqualTo("0x0003");
        assertThat(Files.readString(out)).contains("<!-->note-->");
    }

    @Test
    void launchSecuritySevKeepsThePolicyThatIsThere() throws Exception {
        sevguest.run("edit", guest, "--policy", "0x7", "-o", out);
        Path same = folder.resolve("same.xml");
        sevguest.run("edit", out, "--launch-security", "sev", "-o", same);
        assertThat(same).hasSameBinaryContentAs(out);
    }

    @Test
    void contradictionsAndWrongValuesWriteNothing() {
        refused("--policy", "7", "--unset", "policy");
        refused("--launch-security", "none", "--policy", "7");
        refused("--unset", "launch-security", "--policy", "7");
        refused("--unset", "name");
        refused("--cbitpos", "-1");
        refused("--cbitpos", "64");
        refused("--kernel-hashes", "maybe");
        refused("--policy", "0x1ffffffff");
    }

    @Test
    void aWrongWordIsToldWithTheRightOnesOnce() {
        String all =
                "launch-security, policy, dh-cert, session, cbitpos, reduced-phys-bits,"
                        + " kernel-hashes.";
        assertThat(sevguest.run("edit", guest, "-o", out, "--unset", "name").err())
                .contains("'--unset'", "\"name\" is not one of " + all)
                .doesNotContain("DH_CERT");
        assertThat(sevguest.run("edit", guest, "-o", out, "--kernel-hashes", "maybe").err())
                .contains("\"maybe\" is not one of yes, no, unset.");
        assertThat(sevguest.run("edit", guest, "-o", out, "--launch-security", "tdx").err())
                .contains("\"tdx\" is not one of sev, none.");
        assertThat(sevguest.run("preview", guest, "--accel", "xen").err())
                .contains("\"xen\" is not one of auto, kvm, tcg.");
        assertThat(sevguest.run("preview", guest, "--as", "yaml").err())
                .contains("is not one of xml, launch-security, command, args, json, files.");
    }

    @Test
    void aRefusalSaysWhatWhereAndHow() throws Exception {
        assertThat(sevguest.run("edit", guest, "-o", out, "--cbitpos", "64").err())
                .contains(
                        "'--cbitpos'",
                        "\"64\" is not a valid number of address bits",
                        "from 0 to 63");
        assertThat(
                        sevguest.run("edit", guest, "-o", out, "--policy", "1", "--unset", "policy")
                                .err())
                .startsWith(
                        "error: --policy, --unset policy: The same setting is both set and removed")
                .contains("Give only one of the two options.");
        Files.writeString(guest, "<domain>\n<launchSecurity type='tdx'/></domain>");
        assertThat(sevguest.run("edit", guest, "-o", out, "--policy", "1").err())
                .startsWith("error: " + guest + ":2: The domain has launch security");
    }

    private void refused(Object... setters) {
        Object[] words = new Object[setters.length + 4];
        words[0] = "edit";
        words[1] = guest;
        words[2] = "-o";
        words[3] = out;
        System.arraycopy(setters, 0, words, 4, setters.length);
        var result = sevguest.run(words);
        assertThat(result.status()).as("%s: %s", (Object) setters, result.err()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aKindThatIsKeptIsNotTouched() throws Exception {
        Files.writeString(guest, GUEST.replace("'sev'", "'sev-snp'"));
        refused("--policy", "0x30000");
        assertThat(sevguest.run("edit", guest, "-o", out).status()).isZero();
    }

    @Test
    void aTargetIsNeeded() {
        assertThat(sevguest.run("edit", guest).status()).isEqualTo(2);
        assertThat(sevguest.run("edit", guest, "-o", out, "--in-place").status()).isEqualTo(2);
    }

    @Test
    void aMalformedOrMissingFileIsWrongInput() throws Exception {
        assertThat(sevguest.run("edit", folder.resolve("none"), "-o", out).status()).isEqualTo(2);
        assertThat(sevguest.run("edit", folder, "-o", out).status()).isEqualTo(2);
        Files.writeString(guest, "<domain><name>a</domain>");
        var result = sevguest.run("edit", guest, "-o", out);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("guest.xml:1:");
        assertThat(out).doesNotExist();
    }

    @Test
    void unrecognizedBytesPassWithAWarning() throws Exception {
        Path odd = Files.write(folder.resolve("odd.bin"), new byte[] {1, 2, 3, 4, 5});
        var result = sevguest.run("edit", guest, "--session", odd, "-o", out);
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("warning: ").contains("passed as it is, 5 bytes");
        assertThat(Files.readString(out)).contains("<session>AQIDBAU=</session>");
    }

    @Test
    void anEmptyFileIsRefusedAlsoAsItIs() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        refused("--session", empty);
        refused("--session", empty, "--as-is");
        refused("--dh-cert", empty, "--as-is");
        refused("--dh-cert", folder.resolve("missing"));
    }

    @Test
    void aFileOfAnotherKindIsTakenOnlyAsItIs() throws Exception {
        Path domain = Files.writeString(folder.resolve("other.xml"), "<domain/>");
        refused("--dh-cert", domain);
        var result = sevguest.run("edit", guest, "--dh-cert", domain, "--as-is", "-o", out);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).contains("warning: ");
    }

    @Test
    void theDocumentsEncodingIsKept() throws Exception {
        String text =
                "<?xml version='1.0' encoding='ISO-8859-1'?>\n<domain><name>gästin</name></domain>";
        Files.write(guest, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sevguest.run("edit", guest, "--policy", "1", "-o", out).status()).isZero();
        assertThat(new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1))
                .contains("gästin", "<policy>0x0001</policy>");
    }

    @Test
    void aPipeOrFolderIsNotReplacedByAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (Path other : new Path[] {pipe, Files.createDirectory(folder.resolve("sub"))}) {
            var result = sevguest.run("edit", guest, "-o", other);
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("not a regular file");
            assertThat(Files.isRegularFile(other)).isFalse();
        }
        assertThat(sevguest.run("edit", guest, "-o", folder.resolve("no/out.xml")).status())
                .isEqualTo(2);
    }
}
