package io.sevguest.cli.guest;

import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.FindingLines;
import io.sevguest.cli.output.Json;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.problem.Severity;
import io.sevguest.process.ProgramSearch;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.host.ProgramFile;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code preview}, which shows the XML and the QEMU command of a domain without writing
 * a file or starting a process. The output is complete even if a finding makes the exit status 1.
 */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Show the XML, its launch security, or the QEMU command that launch would run.",
            "No file is written and no process is started."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:success, possibly with warnings",
            "1:a finding with severity error, or no launch security to show",
            "2:invalid input or usage",
            "3:no access to a file"
        },
        footer = "")
public final class PreviewCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML of the guest.")
    private Path file;

    @Mixin private Setters setters;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            converter = GuestConverters.FormConverter.class,
            completionCandidates = GuestConverters.FormConverter.class,
            description = {
                "The form of the output. One of: ${COMPLETION-CANDIDATES}.",
                "Without this option, the command is shown with one QEMU option per line."
            })
    private Optional<PreviewForm> form = Optional.empty();

    @Mixin private LaunchOptions options;

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        DomainXml domain = setters.apply(DomainFile.read(file), err);
        GuestEvidence guest = GuestFindings.evidence(domain, file);
        List<Finding> findings;
        if (form.isPresent() && !form.get().showsCommand()) {
            Optional<String> text =
                    form.get() == PreviewForm.XML
                            ? Optional.of(PreviewText.xml(domain))
                            : PreviewText.launchSecurity(domain);
            if (text.isEmpty()) {
                err.println("error: " + noLaunchSecurity().toText());
                return ExitStatus.NO;
            }
            findings = Readiness.of(guest).findings();
            out.print(text.get());
        } else {
            LaunchPlan plan = plan(domain, err);
            findings = Readiness.of(guest.withCommand(plan.command())).findings();
            out.print(text(plan, findings));
            tell(plan, err);
        }
        out.flush();
        FindingLines.print(file.toString(), findings, err);
        boolean wrong = findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
        return wrong ? ExitStatus.NO : ExitStatus.FINE;
    }

    private Problem noLaunchSecurity() {
        return new Problem(
                "The domain has no launch security.",
                file.toString(),
                "Add it with --launch-security sev.");
    }

    private LaunchPlan plan(DomainXml domain, PrintWriter err) throws ProblemException {
        Optional<QemuVersion> given = options.version();
        Optional<QemuVersion> known = given.isPresent() ? given : installed();
        if (known.isEmpty()) {
            err.printf(
                    "note: the version of \"%s\" is unknown, so the command is written for QEMU %s."
                            + " To choose another version, use --qemu-version.%n",
                    options.program(), QemuTarget.USUAL_VERSION.toText());
        }
        QemuTarget target =
                LaunchTarget.unasked(options.program(), known.orElse(QemuTarget.USUAL_VERSION));
        return LaunchPlan.of(
                domain,
                GuestUuid.of(domain, file),
                RuntimeDirectory.ofThisProcess(),
                options.target(target),
                options.choices());
    }

    private Optional<QemuVersion> installed() throws ProblemException {
        Optional<Path> program = ProgramSearch.ofThisProcess().find(options.program());
        return program.isPresent() ? new ProgramFile(program.get()).version() : Optional.empty();
    }

    private String text(LaunchPlan plan, List<Finding> findings) {
        if (form.isEmpty()) {
            return plan.command().toShellLines() + "\n";
        }
        return switch (form.get()) {
            case ARGS -> PreviewText.arguments(plan.command().toArgs());
            case JSON -> Json.text(PreviewJson.of(plan, findings)) + "\n";
            case FILES -> PreviewText.files(plan.planned());
            default -> plan.command().toShell() + "\n";
        };
    }

    /** Prints what the command omits and what it assumes; JSON contains both. */
    private void tell(LaunchPlan plan, PrintWriter err) {
        if (form.equals(Optional.of(PreviewForm.JSON))) {
            return;
        }
        plan.command()
                .omitted()
                .forEach(it -> err.println("note: not carried over: " + it.toText()));
        plan.command().assumed().forEach(it -> err.println("note: assumed: " + it.toText()));
    }
}
