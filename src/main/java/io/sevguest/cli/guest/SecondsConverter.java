package io.sevguest.cli.guest;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of seconds, at least 1. */
final class SecondsConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw new TypeConversionException(
                    "\""
                            + text
                            + "\" is not a valid time. Give a whole number of seconds, at least"
                            + " 1.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
