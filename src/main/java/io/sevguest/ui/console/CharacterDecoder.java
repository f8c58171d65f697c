package io.sevguest.ui.console;

import java.util.function.IntConsumer;

/**
 * Decodes bytes to code points one by one: UTF-8, and code page 437 for bytes that are not UTF-8
 * (firmware draws frames with it).
 */
final class CharacterDecoder {
    /** The characters of code page 437 from 0x80 to 0xff. */
    private static final String CODE_PAGE_437 =
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

    private static final int[] SMALLEST = {0, 0x80, 0x800, 0x10000};

    private final IntConsumer out;
    private final int[] pending = new int[4];
    private int count;
    private int expected;

    CharacterDecoder(IntConsumer out) {
        this.out = out;
    }

    /** Decodes one byte, 0 to 255. */
    void accept(int value) {
        if (count > 0 && (value & 0xc0) == 0x80) {
            pending[count++] = value;
            if (count == expected) {
                complete();
            }
            return;
        }
        giveUp();
        int length = length(value);
        if (length == 1) {
            out.accept(value < 0x80 ? value : codePage437(value));
        } else {
            pending[0] = value;
            count = 1;
            expected = length;
        }
    }

    private static int length(int value) {
        if (value >= 0xc2 && value <= 0xdf) {
            return 2;
        }
        if (value >= 0xe0 && value <= 0xef) {
            return 3;
        }
        return value >= 0xf0 && value <= 0xf4 ? 4 : 1;
    }

    private void complete() {
        int codePoint = pending[0] & 0xff >> (expected + 1);
        for (int i = 1; i < expected; i++) {
            codePoint = codePoint << 6 | (pending[i] & 0x3f);
        }
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        if (codePoint < SMALLEST[expected - 1] || surrogate || codePoint > 0x10ffff) {
            giveUp();
        } else {
            count = 0;
            out.accept(codePoint);
        }
    }

    private void giveUp() {
        int waiting = count;
        count = 0;
        for (int i = 0; i < waiting; i++) {
            out.accept(codePage437(pending[i]));
        }
    }

    private static int codePage437(int value) {
        return CODE_PAGE_437.charAt(value - 0x80);
    }
}
