package io.sevguest.cli.guest;

import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.FindingLines;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchObstacles;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.command.OwnArguments;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.qemu.host.QemuProbe;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import io.sevguest.readiness.ReadinessReport;
import io.sevguest.task.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code launch}, which starts a guest on this machine with its serial line on the
 * terminal.
 */
@Command(
        name = "launch",
        mixinStandardHelpOptions = true,
        description = {
            "Start a guest on this machine, with its serial line on stdin and stdout.",
            "Ctrl+C asks the guest to power down. After 8 seconds, or at a second Ctrl+C, it is"
                    + " stopped."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the guest ended by itself or on request",
            "1:the domain XML has an error or a QEMU command line that is not allowed, the guest is"
                    + " already running, or QEMU failed",
            "2:invalid input or usage",
            "3:something is missing on this machine: QEMU, KVM, SEV, or access to a file"
        },
        footer = "")
public final class LaunchCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML of the guest.")
    private Path file;

    @Mixin private Setters setters;

    @Mixin private LaunchOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            converter = SecondsConverter.class,
            description = "End the guest after this number of seconds, as Ctrl+C does.")
    private Optional<Duration> timeout = Optional.empty();

    @Option(
            names = "--allow-commandline",
            description =
                    "Start the guest with the arguments and environment variables of its"
                            + " <qemu:commandline>, which may open network connections and run"
                            + " programs.")
    private boolean allowCommandLine;

    @Override
    public Integer call() throws ProblemException {
        PrintWriter err = spec.commandLine().getErr();
        DomainXml domain = setters.apply(DomainFile.read(file), err);
        OwnArguments own = OwnArguments.of(domain);
        if (!own.isEmpty() && !allowCommandLine) {
            err.println("error: " + notAllowed(own).toText());
            return ExitStatus.NO;
        }
        GuestEvidence guest = GuestFindings.evidence(domain, file);
        ProbeReport report;
        try {
            report = QemuProbe.run(options.program(), Progress.NONE);
        } catch (ProblemException noQemu) {
            List<Finding> findings = Readiness.of(guest).findings(options.choices().encrypted());
            FindingLines.print(file.toString(), findings, err);
            err.println("error: " + noQemu.problem().toText());
            return ExitStatus.MACHINE;
        }
        LaunchPlan plan = plan(domain, report, err);
        ReadinessReport readiness = Readiness.of(guest.withCommand(plan.command()));
        List<Finding> obstacles = LaunchObstacles.of(plan, report, readiness);
        List<Finding> findings = readiness.findings(options.choices().encrypted());
        FindingLines.print(file.toString(), without(obstacles, findings), err);
        if (!obstacles.isEmpty()) {
            return refused(plan, obstacles, err);
        }
        plan.command()
                .omitted()
                .forEach(omitted -> err.println("note: not carried over: " + omitted.toText()));
        var session = new TerminalSession(plan, new TerminalConsole(System.out, err));
        return session.run(timeout);
    }

    private Problem notAllowed(OwnArguments own) {
        return new Problem(
                "The guest has its own arguments or environment variables for QEMU:"
                        + own.lines().stream()
                                .map(line -> "\n  " + line)
                                .collect(Collectors.joining())
                        + "\n"
                        + "They may open network connections, read and write files, and run"
                        + " programs.",
                file.toString(),
                "Remove <qemu:commandline> from the guest, or allow it with --allow-commandline.");
    }

    private LaunchPlan plan(DomainXml domain, ProbeReport report, PrintWriter err)
            throws ProblemException {
        QemuVersion installed = report.qemu().version();
        QemuTarget target = options.target(LaunchTarget.of(report));
        if (!target.version().equals(installed)) {
            err.printf(
                    "note: the command is written for QEMU %s, as requested, but QEMU %s runs"
                            + " it.%n",
                    target.version().toText(), installed.toText());
        }
        return LaunchPlan.of(
                domain,
                GuestUuid.of(domain, file),
                RuntimeDirectory.ofThisProcess(),
                target,
                options.choices());
    }

    /** Returns the findings that are not among the obstacles. */
    private static List<Finding> without(List<Finding> obstacles, List<Finding> findings) {
        Set<String> told = obstacles.stream().map(Finding::id).collect(Collectors.toSet());
        return findings.stream().filter(found -> !told.contains(found.id())).toList();
    }

    private static int refused(LaunchPlan plan, List<Finding> obstacles, PrintWriter err) {
        err.println("error: " + LaunchObstacles.problem(plan, obstacles).toText());
        if (plan.isEncrypted()) {
            err.println("  To start the guest without encryption, add --not-encrypted.");
        }
        return LaunchObstacles.areOfTheMachine(obstacles) ? ExitStatus.MACHINE : ExitStatus.NO;
    }
}
