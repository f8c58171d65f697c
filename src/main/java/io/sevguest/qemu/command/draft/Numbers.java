package io.sevguest.qemu.command.draft;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.MemorySize;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers in attributes and elements, as libvirt writes them. */
public final class Numbers {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{1,16}");

    private static final long MAX_ADDRESS = 0xffffff;

    private Numbers() {}

    /** An amount of memory, KiB where no unit is written; empty above what 62 bits hold. */
    public static Optional<MemorySize> memory(Element element) {
        return memory(element.text(), element.attribute("unit"));
    }

    /** Returns the same for a number and a unit that are given separately. */
    public static Optional<MemorySize> memory(String amount, String unit) {
        return MemorySize.of(amount, unit).filter(size -> size.toBytes().bitLength() <= 62);
    }

    /** An unsigned hexadecimal number of up to 64 bits, with or without 0x. */
    public static OptionalLong hexadecimal(String text) {
        String number = XmlSpace.strip(text);
        boolean prefixed = number.startsWith("0x") || number.startsWith("0X");
        String digits = prefixed ? number.substring(2) : number;
        return HEXADECIMAL.matcher(digits).matches()
                ? OptionalLong.of(Long.parseUnsignedLong(digits, 16))
                : OptionalLong.empty();
    }

    /** A decimal number, or a hexadecimal one with 0x, as addresses have them. */
    public static OptionalInt address(String text) {
        if (!text.startsWith("0x") && !text.startsWith("0X")) {
            return DecimalNumber.of(text);
        }
        OptionalLong value = hexadecimal(text);
        return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= MAX_ADDRESS
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }
}
