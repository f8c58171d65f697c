package io.sevguest.cli.platform;

import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code verify}, which checks a platform's certificates up to a trusted root. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a platform's certificates link by link, from AMD's root to its PDH.",
            "The files may have any format and order. AMD's public keys are built in."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--sev",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The platform's certificates: PDH, PEK, OCA and CEK.")
    private List<Path> platform;

    @Mixin private RootOptions above;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        TrustedRoots roots = above.trusted();
        List<Path> files = new ArrayList<>(platform);
        files.addAll(above.authorities());
        PlatformFiles read = PlatformFiles.read(files);
        ChainVerdict verdict = ChainVerdict.of(read.certificates(), roots);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.text(VerdictText.json(verdict))
                        : VerdictText.of(read.certificates(), verdict));
        PrintWriter err = spec.commandLine().getErr();
        read.allRemarks().forEach(remark -> err.println("warning: " + remark));
        return verdict.valid() ? ExitStatus.FINE : ExitStatus.NO;
    }
}
