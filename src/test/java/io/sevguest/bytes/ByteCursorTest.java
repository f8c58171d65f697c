package io.sevguest.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevguest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ByteCursorTest {
    private final ByteCursor in = new ByteCursor("a.bin", Bytes.ofHex("0102030405"));

    @Test
    void aFailureNamesTheStartOfItsField() throws ProblemException {
        in.u32("SIGNATURE");
        assertEquals(
                "a.bin: SIGNATURE at offset 0x0: expected 1, found 2.",
                in.failure("SIGNATURE", "1", "2").problem().what());
    }

    @Test
    void aFieldThatIsCutIsNamedByItsStart() throws ProblemException {
        in.u32("SIGNATURE");
        assertEquals(
                "a.bin: SIZE at offset 0x4: expected 4 bytes, found 1 byte before the end.",
                what(() -> in.u32("SIZE")));
    }

    @Test
    void leftOverBytesBeginAfterTheLastField() throws ProblemException {
        in.u8("MARK");
        assertEquals(
                "a.bin: end at offset 0x1: expected 1 byte in all, found 5 bytes.", what(in::end));
    }

    @Test
    void numbersAreLittleEndian() throws ProblemException {
        assertEquals(0x01, in.u8("A"));
        assertEquals(0x0302, in.u16("B"));
        assertEquals(3, in.offset());
    }

    private static String what(Executable reading) {
        return assertThrows(ProblemException.class, reading).problem().what();
    }
}
