package io.sevguest.cli.guest;

import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.FindingLines;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.LibvirtFiles;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.FileProblems;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.readiness.Readiness;
import io.sevguest.state.Xdg;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code edit}, which changes only the launch security of a domain file. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = {
            "Change the launch security of a domain XML, and keep every other byte.",
            "Without an option that changes it, the file is copied unchanged."
        })
public final class EditCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML to read.")
    private Path file;

    @Mixin private Setters setters;

    @ArgGroup(multiplicity = "1")
    private Target target;

    /** The destination of the result. */
    static final class Target {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "OUT",
                description = "The file to write, other than GUEST.xml.")
        private Path output;

        @Option(names = "--in-place", description = "Write the result to GUEST.xml.")
        private boolean inPlace;
    }

    @Override
    public Integer call() throws ProblemException {
        Path output = target.inPlace ? file : target.output;
        if (!target.inPlace) {
            refuse(output);
        }
        PrintWriter err = spec.commandLine().getErr();
        DomainFile read = DomainFile.read(file);
        if (target.inPlace && read.bundled()) {
            throw new ProblemException(
                    new Problem(
                            "This file contains launch parameters, which cannot be edited in"
                                    + " place.",
                            file.toString(),
                            "Write the domain in it to a file of its own, with -o."));
        }
        DomainXml edited = setters.apply(read, err);
        if (!target.inPlace || !edited.equals(read.domain())) {
            AtomicFile.write(output, read.bytesOf(edited));
        }
        List<Finding> findings = Readiness.of(GuestFindings.evidence(edited, file)).findings();
        FindingLines.print(output.toString(), findings, err);
        LibvirtFiles.check(output, Xdg.ofEnvironment().configHome())
                .ifPresent(found -> FindingLines.print(output.toString(), List.of(found), err));
        return ExitStatus.FINE;
    }

    private void refuse(Path output) throws ProblemException {
        if (output.toString().equals("-")) {
            throw new ProblemException(
                    new Problem(
                            "sevguest edit cannot write to the standard output.",
                            "-",
                            "To print the XML, run sevguest preview --as xml with the same options."
                                    + " To write a file named -, give ./-."));
        }
        try {
            if (Files.exists(output) && Files.exists(file) && Files.isSameFile(output, file)) {
                throw new ProblemException(
                        new Problem(
                                "This is the input file, which is not overwritten.",
                                output.toString(),
                                "Give another file, or use --in-place instead."));
            }
        } catch (IOException failed) {
            throw FileProblems.reading(output, failed);
        }
    }
}
