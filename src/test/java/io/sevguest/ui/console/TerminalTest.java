package io.sevguest.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(4, 10, 5, replies::writeBytes);

    private TerminalTest write(String text) {
        terminal.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private String line(int index) {
        TerminalImage image = terminal.image();
        return image.lines().get(image.screenStart() + index).text();
    }

    private Style style(int row, int column) {
        TerminalImage image = terminal.image();
        return image.lines().get(image.screenStart() + row).style(column);
    }

    @Test
    void showsTheUefiShellAsItWasMeant() throws IOException {
        var shell = new Terminal(bytes -> {});
        shell.write(fixture());

        assertThat(shell.text())
                .contains(
                        "\nUEFI Interactive Shell v2.2\nEDK II\nUEFI v2.70 (EDK II, 0x00010000)\n")
                .contains("     BLK0: Alias(s):\n          PciRoot(0x0)/Pci(0x1F,0x2)")
                .contains(
                        "in 1 seconds to skip startup.nsh or any other key to continue.\nShell> ver")
                .contains("Press ENTER to continue or 'Q' break:q\nShell>")
                .doesNotContain("in 2 seconds");
    }

    @Test
    void showsTheSameWhereverTheBytesAreCut() throws IOException {
        byte[] bytes = fixture();
        var whole = new Terminal(reply -> {});
        whole.write(bytes);
        var cut = new Terminal(reply -> {});
        var random = new Random(7);
        int at = 0;
        while (at < bytes.length) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(7));
            cut.write(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        assertThat(cut.text()).isEqualTo(whole.text());
    }

    private static byte[] fixture() throws IOException {
        try (InputStream in = TerminalTest.class.getResourceAsStream("/console/ovmf-shell.bin")) {
            return in.readAllBytes();
        }
    }

    @Test
    void wrapsOnlyWhenTheNextCharacterComes() {
        write("0123456789\r\nx");
        assertThat(terminal.text()).isEqualTo("0123456789\nx");
    }

    @Test
    void wrapsALongLine() {
        write("0123456789abc");
        assertThat(terminal.text()).isEqualTo("0123456789\nabc");
    }

    @Test
    void keepsWhatScrollsOutUpToItsLimit() {
        for (int i = 0; i < 20; i++) {
            write("\r\n" + i);
        }
        assertThat(terminal.text()).isEqualTo("11\n12\n13\n14\n15\n16\n17\n18\n19");
        assertThat(terminal.image().firstLine()).isEqualTo(12);
    }

    @Test
    void movesTheCursorWithinTheScreen() {
        write("\033[2;3Hx\033[99;99Hy\033[Az\033[1;1H\033[5Dw");
        assertThat(line(0)).isEqualTo("w");
        assertThat(line(1)).isEqualTo("  x");
        assertThat(line(2)).isEqualTo("         z");
        assertThat(line(3)).isEqualTo("         y");
    }

    @Test
    void erasesPartsOfLineAndScreen() {
        write("aaaaa\r\nbbbbb\r\nccccc\033[2;3H\033[K");
        assertThat(terminal.text()).isEqualTo("aaaaa\nbb\nccccc");
        write("\033[1J");
        assertThat(terminal.text()).isEqualTo("\n\nccccc");
    }

    @Test
    void keepsWhatAClearedScreenShowed() {
        write("a\r\nb\033[2J\033[Hc\033[2J\033[2J");
        assertThat(terminal.text()).isEqualTo("a\nb\nc");
        assertThat(line(0)).isEmpty();
        write("\033[3J");
        assertThat(terminal.text()).isEmpty();
    }

    @Test
    void insertsAndDeletesLinesAndCharacters() {
        write("a\r\nb\r\nc\033[2;1H\033[L");
        assertThat(terminal.text()).isEqualTo("a\n\nb\nc");
        write("\033[2M\033[1;1Hxyz\033[1;2H\033[P\033[2@");
        assertThat(terminal.text()).isEqualTo("x  z\nc");
    }

    @Test
    void scrollsOnlyItsRegion() {
        write("a\r\nb\r\nc\r\nd\033[2;3r\033[3;1H\n");
        assertThat(terminal.text()).isEqualTo("a\nc\n\nd");
        write("\033[2;1H\033M");
        assertThat(terminal.text()).isEqualTo("a\n\nc\nd");
    }

    @Test
    void keepsColorsOfAllThreeKinds() {
        write("\033[1;31;44ma\033[38;5;200mb\033[48;2;1;2;3mc\033[0md\033[7me");
        assertThat(style(0, 0)).isEqualTo(new Style(1, 4, true, false, false));
        assertThat(style(0, 1).foreground()).isEqualTo(200);
        assertThat(style(0, 2).background()).isEqualTo(Style.TRUE_COLOUR | 0x010203);
        assertThat(style(0, 3)).isEqualTo(Style.PLAIN);
        assertThat(style(0, 4).inverse()).isTrue();
    }

    @Test
    void answersWhereTheCursorIs() {
        write("\033[2;5H\033[6n\033[5n");
        assertThat(replies.toString(StandardCharsets.US_ASCII)).isEqualTo("\033[2;5R\033[0n");
    }

    @Test
    void passesOverTitlesAndUnknownSequences() {
        write("a\033]0;title\007b\033]2;x\033\\c\033Pq#1\033\\d\033[>4;2m\033[=3he\033[?2004hf");
        assertThat(terminal.text()).isEqualTo("abcdef");
        assertThat(style(0, 5)).isEqualTo(Style.PLAIN);
    }

    @Test
    void showsUtf8AndCodePage437() {
        write("äöü€😀");
        terminal.write(new byte[] {(byte) 0xda, (byte) 0xc4, (byte) 0xc4, 'x'});
        assertThat(terminal.text()).isEqualTo("äöü€😀┌──x");
    }

    @Test
    void drawsLines() {
        write("\033(0lqk\033(Bq\016x\017x");
        assertThat(terminal.text()).isEqualTo("┌─┐q│x");
    }

    @Test
    void showsTheFirstScreenAgainAfterAFullScreenProgram() {
        write("shell\033[?1049h\033[2J\033[Heditor\033[?1049lX");
        assertThat(terminal.text()).isEqualTo("shellX");
    }

    @Test
    void stopsAtTabs() {
        write("a\tb\033[3g\033[1;3H\033H\r\tc");
        assertThat(terminal.text()).isEqualTo("a c     b");
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(42);
        byte[] bytes = new byte[200_000];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i += 3) {
            bytes[i] = (byte) (i % 2 == 0 ? 0x1b : "[;059HJKLMPSTXrmhl".charAt(i % 18));
        }
        terminal.write(bytes);
        assertThat(terminal.image().lines()).hasSizeBetween(4, 9);
    }
}
