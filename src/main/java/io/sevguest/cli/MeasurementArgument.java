package io.sevguest.cli;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.diagnosis.Cause;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.Measurement;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
                    new Measurement(alone.get(), nonce.get()),
                    Optional.of(
                            new Cause(
                                    "The measurement lacks its nonce, the last 16 bytes.",
                                    "Give all 48 bytes that the host tells.")));
        }
        if (alone.isPresent()) {
            return new MeasurementArgument(Measurement.parse(NAME, alone.get()), Optional.empty());
        }
        Optional<Bytes> twice = decodedTwice(text);
        if (twice.isPresent()) {
            return new MeasurementArgument(
                    Measurement.parse(NAME, twice.get()),
                    Optional.of(
                            new Cause(
                                    "The measurement is base64 of hex, not of the bytes.",
                                    "Give the hex itself, or base64 of the 48 bytes.")));
        }
        Bytes bytes = new BytesArgument(NAME, Measurement.SIZE).read(text);
        return new MeasurementArgument(Measurement.parse(NAME, bytes), Optional.empty());
    }

    private static Optional<Bytes> decodedTwice(String text) throws ProblemException {
        return TextEncoding.base64(content(text))
                .flatMap(TextEncoding::text)
                .flatMap(TextEncoding::hex)
                .filter(bytes -> bytes.size() == Measurement.SIZE);
    }

    private static Optional<Bytes> decoded(String text, int size) throws ProblemException {
        String content = content(text);
        return TextEncoding.hex(content)
                .filter(bytes -> bytes.size() == size)
                .or(() -> TextEncoding.base64(content).filter(bytes -> bytes.size() == size));
    }

    /** The text itself, or that of the file that it names. */
    private static String content(String text) throws ProblemException {
        try {
            Path file = Path.of(text);
            return Files.isRegularFile(file)
                    ? TextEncoding.text(SizedFile.read(file, LIMIT)).orElse("")
                    : text;
        } catch (InvalidPathException noName) {
            return text;
        }
    }
}
