package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sevguest.cli.CommandRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewCommandTest {
    private static final String GUEST =
            """
            <domain type='kvm'>
              <name>gäst, "a\\b"</name>
              <memory unit='MiB'>256</memory>
              <os><type machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>0x0003</policy>
              </launchSecurity>
            </domain>
            """;

    @TempDir private Path folder;
    private final CommandRunner sevguest = new CommandRunner();
    private Path guest;

    @BeforeEach
    void writeGuest() throws Exception {
        guest = Files.writeString(folder.resolve("guest.xml"), GUEST);
    }

    private CommandRunner.Result preview(Object... more) {
        return sevguest.run(Stream.concat(Stream.of("preview", guest), Stream.of(more)).toArray());
    }

    @Test
    void xmlIsTheDocumentToTheByte() {
        assertThat(preview("--as", "xml").out()).isEqualTo(GUEST);
        assertThat(preview("--as", "xml", "--policy", "7").out())
                .isEqualTo(GUEST.replace("0x0003", "0x0007"));
        assertThat(guest).hasContent(GUEST);
    }

    @Test
    void xmlOfAnotherEncodingIsPrintedAsUtf8AndSaysSo() throws Exception {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?><domain><name>ä</name></domain>";
        Files.write(guest, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(preview("--as", "xml").out()).isEqualTo(text.replace("ISO-8859-1", "UTF-8"));
    }

    @Test
    void launchSecurityIsThatElementAlone() {
        var result = preview("--as", "launch-security", "--cbitpos", 47);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("<launchSecurity type='sev'>")
                .contains("<cbitpos>47</cbitpos>")
                .endsWith("</launchSecurity>\n");
        var none = preview("--as", "launch-security", "--launch-security", "none");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no launch security");
    }

    @Test
    void argumentsAreTheWordsOfTheCommand() {
        List<String> lines =
                preview("--as", "args", "--qemu-version", "8.2", "--accel", "tcg")
                        .out()
                        .lines()
                        .toList();
        assertThat(lines).startsWith("qemu-system-x86_64", "-name", "guest=gäst,, \"a\\\\b\"");
        assertThat(lines).containsOnlyOnce("-machine").contains("-accel");
        assertThat(lines).anyMatch(line -> line.contains("policy=0x3"));
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                preview("--as", "json", "--accel", "tcg", "--qemu-version", "8.2")
                                        .out());
        assertThat(json.path("args").values().stream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        lines.stream().map(line -> line.replace("\\\\", "\\")).toList());
    }

    @Test
    void theCommandGivesAShellTheSameWords() throws Exception {
        String command = preview("--as", "command", "--accel", "tcg").out();
        String shown = preview("--accel", "tcg").out();
        String args = preview("--as", "args", "--accel", "tcg").out();
        for (String text : List.of(command, shown)) {
            Process shell =
                    new ProcessBuilder("sh", "-c", "printf '%s\\n' " + text)
                            .redirectErrorStream(true)
                            .start();
            String words =
                    new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(words.replace("\\", "\\\\")).isEqualTo(args);
        }
        assertThat(command.lines()).hasSize(1);
        assertThat(shown.lines()).hasSizeGreaterThan(5);
    }

    @Test
    void theSpellingFollowsTheVersion() {
        assertThat(preview("--as", "args", "--qemu-version", "5.2").out())
                .contains("memory-encryption=")
                .doesNotContain("confidential-guest-support");
        assertThat(preview("--as", "args", "--qemu-version", "6.0").out())
                .contains("confidential-guest-support=")
                .doesNotContain("memory-encryption");
        var old = preview("--as", "args", "--qemu-version", "6.1", "--kernel-hashes", "yes");
        assertThat(old.status()).isEqualTo(1);
        assertThat(old.out()).startsWith("qemu-system-x86_64\n");
        assertThat(old.err()).contains("error: ");
        assertThat(preview("--qemu-version", "new").status()).isEqualTo(2);
    }

    @Test
    void writesTheObjectAsLibvirtDoes() throws Exception {
        assertThat(preview("--as", "args", "--object-notation", "json").out())
                .contains("\n{\"qom-type\":\"sev-guest\",");
        assertThat(
                        preview(
                                        "--as",
                                        "args",
                                        "--object-notation",
                                        "JSON",
                                        "--qemu-version",
                                        "5.2")
                                .out())
                .contains("\nsev-guest,");
        assertThat(preview("--object-notation", "yaml").err())
                .contains("\"yaml\" is not one of key-value, json.");
    }

    @Test
    void whatNobodyTellsComesFromThePlatformThatIsNamed() {
        var naples = preview("--as", "json", "--platform", "naples");
        JsonNode json = JsonMapper.shared().readTree(naples.out());
        assertThat(json.path("assumed").toString()).contains("cbitpos");
        assumeTrue(json.path("assumed").toString().contains("Naples"), "skipped: has SEV");
        assertThat(naples.out()).contains("cbitpos=47,reduced-phys-bits=1");
        assertThat(preview("--as", "args").out()).contains("cbitpos=51,reduced-phys-bits=1");
        assertThat(preview("--as", "args", "--platform", "Rome", "--cbitpos", 12).out())
                .contains("cbitpos=12,");
        assertThat(preview("--platform", "epyc").err())
                .contains("is not one of naples, rome, milan, genoa, turin.");
    }

    @Test
    void notEncryptedLeavesTheSevObjectOutAndSaysSo() {
        var result = preview("--as", "args", "--not-encrypted", "--paused");
        assertThat(result.out()).doesNotContain("sev-guest", "confidential-guest").contains("-S\n");
        assertThat(result.err()).contains("not encrypted");
    }

    @Test
    void aQemuThatIsNotInstalledIsNoHindrance() {
        var result = preview("--as", "args", "--qemu", "/nowhere/qemu");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("/nowhere/qemu\n");
        assertThat(result.err())
                .contains("the version of \"/nowhere/qemu\" is unknown")
                .contains("--qemu-version");
    }

    @Test
    void everyPolicyIsSent() {
        var all = preview("--as", "args", "--policy", "0xffffffff");
        assertThat(all.out()).contains("policy=0xffffffff");
        assertThat(all.err()).containsAnyOf("warning: ", "error: ");
        assertThat(preview("--as", "args", "--policy", "0").out()).contains("policy=0x0\n");
    }

    @Test
    void jsonIsComplete() throws Exception {
        Path session = Files.write(folder.resolve("session.bin"), new byte[] {1, 2, 3});
        var result = preview("--as", "json", "--session", session, "--qemu-version", "7.2");
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.propertyNames())
                .containsExactly("xml", "args", "files", "omitted", "assumed", "findings");
        assertThat(json.path("xml").asString()).contains("<session>AQID</session>");
        JsonNode file =
                json.path("files").values().stream()
                        .filter(it -> it.path("path").asString().endsWith("/session.base64"))
                        .findFirst()
                        .orElseThrow();
        assertThat(file.path("mode").asString()).isEqualTo("0600");
        assertThat(file.path("size").asInt()).isEqualTo(4);
        assertThat(file.path("content").asString()).isEqualTo("AQID");
        assertThat(json.path("findings").values())
                .isNotEmpty()
                .allMatch(
                        it ->
                                List.of("error", "warning", "info")
                                        .contains(it.path("severity").asString()));
    }

    @Test
    void filesNameWhatALaunchWouldWrite() throws Exception {
        Path session = Files.write(folder.resolve("session.bin"), new byte[] {1, 2, 3});
        assertThat(preview("--as", "files", "--session", session).out())
                .contains("/session.base64\n  mode 0600, 4 bytes", "\n  AQID\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("guest.xml", "session.bin");
    }
}
