package io.sevguest.cli.guest;

import io.sevguest.qemu.QemuVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a QEMU version such as {@code 8.2}. */
final class QemuVersionConverter implements ITypeConverter<QemuVersion> {
    @Override
    public QemuVersion convert(String value) {
        return QemuVersion.parse(value)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "\""
                                                + value
                                                + "\" is not a version. Give a version such as"
                                                + " 8.2."));
    }
}
