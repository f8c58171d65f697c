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
 * A measurement on the command line: a file, hex or base64 of its 48 bytes. One that was written in
 * another way is read too, so that it can be said what is wrong with it.
 *
 * @param value what it means
 * @param misreading why it is not accepted as it is written
 */
record MeasurementArgument(Measurement value, Optional<Cause> misreading) {
    private static final String NAME = "--measurement";
    private static final int LIMIT = 4096;

    /**
     * Reads a value.
     *
     * @param nonce of the launch, where it is known
     * @throws ProblemException if it is no measurement
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

    /**
     * Returns the bytes that a value stands for if there are exactly so many: as a file, in hex or
     * in base64.
     */
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

    /** The text itself, or that of the file that it names. */
    private static String content(String text) throws ProblemException {
        Optional<Path> file = BytesArgument.file(text);
        return file.isPresent()
                ? TextEncoding.text(SizedFile.read(file.get(), LIMIT)).orElse("")
                : text;
    }
}
