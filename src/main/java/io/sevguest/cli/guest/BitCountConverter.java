package io.sevguest.cli.guest;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the position or number of address bits, 0 to 63. */
final class BitCountConverter implements ITypeConverter<Integer> {
    private static final int MAX = 63;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > MAX) {
            throw new TypeConversionException(
                    "\""
                            + text
                            + "\" is not a valid number of address bits. Give a number from 0 to"
                            + " 63.");
        }
        return Integer.valueOf(text);
    }
}
