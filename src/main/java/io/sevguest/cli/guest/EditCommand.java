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

/** {@code edit}: changes the launch security of a domain file and nothing else in it. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = {
            "Changes the launch security of a domain XML; every other byte stays.",
            "Without a setter the file is copied as it is."
        })
public final class EditCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML to read.")
    private Path file;

    @Mixin private Setters setters;

    @ArgGroup(multiplicity = "1")
    private Target target;

    /** The place to which the result is written. */
    static final class Target {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "OUT",
                description = "The file to write; not the one that is read.")
        private Path output;

        @Option(names = "--in-place", description = "Write the file that is read.")
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
                            "These are launch parameters, which are not edited in place.",
                            file.toString(),
                            "Write the domain that is in them to a file of its own, by -o."));
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
                            "A file is written, not the standard output.",
                            "-",
                            "sevguest preview --as xml prints it, with the same setters; a file"
                                    + " of this name is ./-."));
        }
        try {
            if (Files.exists(output) && Files.exists(file) && Files.isSameFile(output, file)) {
                throw new ProblemException(
                        new Problem(
                                "This is the file that is read; it is not written over.",
                                output.toString(),
                                "Name another file, or use --in-place instead."));
            }
        } catch (IOException failed) {
            throw FileProblems.reading(output, failed);
        }
    }
}
