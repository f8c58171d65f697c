package io.sevguest.cli;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchObstacles;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.GuestUuid;
import io.sevguest.qemu.ProbeReport;
import io.sevguest.qemu.QemuProbe;
import io.sevguest.task.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code launch}: starts a guest on this machine, its serial line on the terminal. */
@Command(
        name = "launch",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the guest on this machine: its serial line is stdout and stdin.",
            "Ctrl+C asks the guest to power down; after 8 seconds, or at a second Ctrl+C, it is"
                    + " ended."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the guest ended by itself or as asked",
            "1:the guest cannot be started as it is, runs already, or QEMU failed",
            "2:wrong input or usage",
            "3:the machine lacks something: QEMU, KVM, SEV, access to a file"
        })
final class LaunchCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML of the guest.")
    private Path file;

    @Mixin private Setters setters;

    @Mixin private LaunchOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "End the guest after that many seconds, as Ctrl+C does.")
    private Optional<Integer> timeout = Optional.empty();

    @Override
    public Integer call() throws ProblemException {
        refuseTimeout();
        PrintWriter err = spec.commandLine().getErr();
        DomainXml domain = setters.apply(DomainFile.read(file).domain(), err);
        LaunchChoices choices = options.choices();
        if (choices.encrypted()) {
            FindingLines.print(file.toString(), GuestFindings.of(domain), err);
        }
        ProbeReport report;
        try {
            report = QemuProbe.run(options.program(), Progress.NONE);
        } catch (ProblemException noQemu) {
            err.println("error: " + noQemu.problem().toText());
            return ExitStatus.MACHINE;
        }
        LaunchPlan plan =
                LaunchPlan.of(
                        domain,
                        GuestUuid.of(domain, file),
                        RuntimeDirectory.ofThisProcess(),
                        LaunchTarget.of(report),
                        choices);
        List<Finding> obstacles = LaunchObstacles.of(plan, report);
        if (!obstacles.isEmpty()) {
            Problem problem = LaunchObstacles.problem(plan, obstacles);
            err.println("error: " + problem.toText());
            if (plan.isEncrypted()) {
                err.println("  To start it not encrypted, add --not-encrypted.");
            }
            return LaunchObstacles.areOfTheMachine(obstacles) ? ExitStatus.MACHINE : ExitStatus.NO;
        }
        plan.command()
                .omitted()
                .forEach(omitted -> err.println("note: not carried over: " + omitted.toText()));
        var session = new TerminalSession(plan, new TerminalConsole(System.out, err));
        return session.run(timeout.map(Duration::ofSeconds));
    }

    private void refuseTimeout() {
        if (timeout.isPresent() && timeout.get() < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--timeout takes a whole number of seconds from 1 on.");
        }
    }
}
