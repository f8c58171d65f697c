package io.sevguest.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number from 0 to 255, in decimal or in hexadecimal with {@code 0x}. */
public final class FirmwareNumberConverter implements ITypeConverter<Integer> {
    private static final int MAX = 0xff;

    @Override
    public Integer convert(String text) {
        if (text.matches("0[xX][0-9a-fA-F]{1,8}|[0-9]{1,9}")) {
            long value =
                    text.length() > 1 && Character.toLowerCase(text.charAt(1)) == 'x'
                            ? Long.parseLong(text.substring(2), 16)
                            : Long.parseLong(text);
            if (value <= MAX) {
                return (int) value;
            }
        }
        throw new TypeConversionException(
                "\""
                        + text
                        + "\" is not a number from 0 to 255 (0xff). Write it in decimal, or in"
                        + " hexadecimal with 0x.");
    }
}
