package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.cli.option.OutputFiles;
import io.sevguest.file.FileSet;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options for the two output files of a launch secret, in the format of sevctl or of libvirt.
 */
final class SecretOutput {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HEADER",
            description = "The file for the header, binary as written by sevctl.")
    private Optional<Path> header = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PAYLOAD",
            description = "The file for the payload, binary as written by sevctl.")
    private Optional<Path> payload = Optional.empty();

    @Option(
            names = "--secret-header",
            paramLabel = "FILE",
            description = "The file for the header, in base64 as expected by libvirt.")
    private Optional<Path> libvirtHeader = Optional.empty();

    @Option(
            names = "--secret-payload",
            paramLabel = "FILE",
            description = "The file for the payload, in base64 as expected by libvirt.")
    private Optional<Path> libvirtPayload = Optional.empty();

    @Option(
            names = "--base64",
            description = "Write HEADER and PAYLOAD in base64, as expected by virsh.")
    private boolean base64;

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    /**
     * The two output files.
     *
     * @param isText whether base64 is written instead of binary
     */
    record Files(Path header, Path payload, boolean isText) {}

    /**
     * Returns the output files, after checking that they may be written.
     *
     * @throws ProblemException if there are not exactly two files, or one exists and may not be
     *     replaced
     */
    Files files() throws ProblemException {
        boolean isLibvirt = libvirtHeader.isPresent() || libvirtPayload.isPresent();
        if (isLibvirt && (header.isPresent() || payload.isPresent())) {
            throw refused(
                    "The output files are given twice.",
                    "Give either HEADER PAYLOAD, or --secret-header and --secret-payload.");
        }
        Files files =
                new Files(
                        required(isLibvirt ? libvirtHeader : header),
                        required(isLibvirt ? libvirtPayload : payload),
                        base64 || isLibvirt);
        if (files.header()
                .toAbsolutePath()
                .normalize()
                .equals(files.payload().toAbsolutePath().normalize())) {
            throw refused(
                    "Header and payload cannot be the same file.", "Give two different files.");
        }
        OutputFiles.check(List.of(files.header(), files.payload()), force);
        return files;
    }

    private static Path required(Optional<Path> file) throws ProblemException {
        return file.orElseThrow(
                () ->
                        refused(
                                "The files for header and payload are missing.",
                                "Give two files: HEADER and PAYLOAD, or --secret-header and"
                                        + " --secret-payload."));
    }

    /** Writes both files with mode 0600, or neither. */
    void write(Files files, LaunchSecret secret) throws ProblemException {
        FileSet.write(
                List.of(
                        entry(files, files.payload(), secret.payload()),
                        entry(files, files.header(), secret.header().toBytes())),
                force);
    }

    private static FileSet.Entry entry(Files files, Path target, Bytes content) {
        byte[] text = content.toBase64().getBytes(StandardCharsets.US_ASCII);
        return FileSet.Entry.of(target, files.isText() ? Bytes.of(text) : content);
    }

    private static ProblemException refused(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
