package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.diagnosis.Cause;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.Measurement;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A measurement given on the command line as a file, hex or base64 of its 48 bytes. A measurement
 * that was encoded twice is read too, to report the mistake.
 *
 * @param value the measurement
 * @param misreading the mistake in its encoding, if any
 */
record MeasurementArgument(Measurement value, Optional<Cause> misreading) {
    private static final String NAME = "--measurement";
    private static final int LIMIT = 4096;

    /**
     * Reads a measurement.
     *
     * @param nonce the nonce of the launch, if known
     * @throws ProblemException if the text is not a measurement
     */
    static MeasurementArgument read(String text, Optional<Bytes> nonce) throws ProblemException {
        Optional<Bytes> alone = decoded(text, Measurement.MEASURE);
        if (alone.isPresent() && nonce.isPresent()) {
            return new MeasurementArgument(
                    new Measurement(alone.get(), nonce.get()), Optional.empty());
        }
        if (alone.isPresent()) {
            return new MeasurementArgument(Measurement.parse(NAME, alone.get()), Optional.empty());
        }
        Optional<MeasurementArgument> twice = encodedTwice(content(text));
        if (twice.isPresent()) {
            return twice.get();
        }
        Bytes bytes = new BytesArgument(NAME, Measurement.SIZE).read(text);
        return new MeasurementArgument(Measurement.parse(NAME, bytes), Optional.empty());
    }

    private static Optional<MeasurementArgument> encodedTwice(String content)
            throws ProblemException {
        Optional<String> inner = TextEncoding.base64(content).flatMap(TextEncoding::text);
        Optional<Bytes> hex = inner.flatMap(TextEncoding::hex).filter(MeasurementArgument::isWhole);
        Optional<Bytes> base64 =
                inner.flatMap(TextEncoding::base64).filter(MeasurementArgument::isWhole);
        Optional<Bytes> meant = hex.or(() -> base64);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        String what = hex.isPresent() ? "hex" : "base64";
        return Optional.of(
                new MeasurementArgument(
                        Measurement.parse(NAME, meant.get()),
                        Optional.of(
                                new Cause(
                                        "The measurement is base64 of %s text, not of the bytes."
                                                .formatted(what),
                                        "Give the %s text itself, as the host shows it."
                                                .formatted(what)))));
    }

    private static boolean isWhole(Bytes bytes) {
        return bytes.size() == Measurement.SIZE;
    }

    /** Returns the bytes of a file, hex or base64 value, if it has the given size. */
    private static Optional<Bytes> decoded(String text, int size) throws ProblemException {
        Optional<Path> file = BytesArgument.file(text);
        if (file.isPresent()) {
            Bytes raw = SizedFile.read(file.get(), LIMIT);
            if (raw.size() == size) {
                return Optional.of(raw);
            }
        }
        String content = content(text);
        return TextEncoding.hex(content)
                .filter(bytes -> bytes.size() == size)
                .or(() -> TextEncoding.base64(content).filter(bytes -> bytes.size() == size));
    }

    /** Returns the text itself, or the content of the file that it names. */
    private static String content(String text) throws ProblemException {
        Optional<Path> file = BytesArgument.file(text);
        return file.isPresent()
                ? TextEncoding.text(SizedFile.read(file.get(), LIMIT)).orElse("")
                : text;
    }
}
