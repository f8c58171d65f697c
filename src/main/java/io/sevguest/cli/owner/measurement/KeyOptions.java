package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the guest owner's transport keys, each as a file, hex or base64. */
final class KeyOptions {
    @Option(
            names = "--tik",
            paramLabel = "KEY",
            description = "The TIK: a file, hex or base64 of 16 bytes.")
    private Optional<String> tik = Optional.empty();

    @Option(
            names = "--tek",
            paramLabel = "KEY",
            description = "The TEK: a file, hex or base64 of 16 bytes.")
    private Optional<String> tek = Optional.empty();

    @Option(
            names = "--tk",
            paramLabel = "KEYS",
            description = "The TEK followed by the TIK: a file, hex or base64 of 32 bytes.")
    private Optional<String> both = Optional.empty();

    /**
     * The given keys of a session. Closing wipes them.
     *
     * @param tek the TEK, which is not needed to check a measurement
     */
    record Keys(SecretBytes tik, Optional<SecretBytes> tek) implements AutoCloseable {
        /**
         * Returns both keys, which are wiped when this object is closed.
         *
         * @throws ProblemException if the TEK is not given
         */
        TransportKeys both() throws ProblemException {
            SecretBytes needed =
                    tek.orElseThrow(
                            () ->
                                    refused(
                                            "The TEK is missing.",
                                            "Give --tek, or --tk with both keys. Secrets are"
                                                    + " encrypted with the TEK."));
            return new TransportKeys(needed, tik);
        }

        @Override
        public void close() {
            tik.close();
            tek.ifPresent(SecretBytes::close);
        }
    }

    /**
     * Reads the TIK, and the TEK if it is given. The caller closes the keys.
     *
     * @throws ProblemException if the TIK is missing or a key cannot be read
     */
    Keys read() throws ProblemException {
        if (both.isPresent()) {
            if (tik.isPresent() || tek.isPresent()) {
                throw refused(
                        "--tk cannot be combined with --tik or --tek.",
                        "Give either --tk, or --tik and --tek.");
            }
            return readBoth(both.get());
        }
        if (tik.isEmpty()) {
            throw refused("The TIK is missing.", "Give --tik, or --tk with both keys.");
        }
        SecretBytes own = key("--tik").read(tik.get());
        try {
            return new Keys(
                    own,
                    tek.isEmpty() ? Optional.empty() : Optional.of(key("--tek").read(tek.get())));
        } catch (ProblemException noTek) {
            own.close();
            throw noTek;
        }
    }

    private static Keys readBoth(String value) throws ProblemException {
        try (SecretBytes bytes =
                new SecretArgument("--tk", 2 * TransportKeys.KEY_SIZE).read(value)) {
            TransportKeys keys = TransportKeys.parse("--tk", bytes);
            return new Keys(keys.tik(), Optional.of(keys.tek()));
        }
    }

    private static SecretArgument key(String name) {
        return new SecretArgument(name, TransportKeys.KEY_SIZE);
    }

    private static ProblemException refused(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
