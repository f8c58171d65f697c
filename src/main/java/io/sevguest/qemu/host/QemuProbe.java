package io.sevguest.qemu.host;

import io.sevguest.domain.HostFacts;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.CommandRun;
import io.sevguest.process.RunningProcess;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.qmp.Qmp;
import io.sevguest.qemu.qmp.QmpMessage;
import io.sevguest.task.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Asks a QEMU program what it can do, and this machine what it has: a machine of type {@code none}
 * is started for a moment and asked through its monitor. ({@code -object sev-guest,help} does not
 * list all properties.)
 */
public final class QemuProbe {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Set<String> SECURITY_OBJECTS = Set.of("sev-guest", "sev-snp-guest");

    private final String program;
    private final HostFiles host;

    private QemuProbe(String program, HostFiles host) {
        this.program = program;
        this.host = host;
    }

    /**
     * Probes a QEMU.
     *
     * @param program path or name
     * @throws ProblemException if there is no such program, or it is not QEMU
     */
    public static ProbeReport run(String program, Progress progress) throws ProblemException {
        return new QemuProbe(program, HostFiles.OF_THIS_MACHINE).run(progress);
    }

    private ProbeReport run(Progress progress) throws ProblemException {
        progress.at("Asking " + program, -1);
        List<String> messages = new CopyOnWriteArrayList<>();
        RunningProcess process = RunningProcess.start(command(), messages::add);
        try {
            Qmp qmp = Qmp.open(process.output(), process.input(), event -> {}, LIMIT);
            QemuCapabilities capabilities = capabilities(qmp, displays(progress));
            HostFacts facts = new HostSurvey(host).facts(platform(qmp), messages);
            qmp.ask("quit", Qmp.arguments(), LIMIT);
            return new ProbeReport(
                    capabilities, facts, new HostSurvey(host).findings(facts, capabilities));
        } catch (ProblemException noQemu) {
            throw new ProblemException(noQemu(noQemu.problem(), messages), noQemu);
        } finally {
            process.kill();
        }
    }

    private Command command() {
        return Command.of(
                program,
                "-machine",
                "none,accel=kvm:tcg",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-qmp",
                "stdio");
    }

    private QemuCapabilities capabilities(Qmp qmp, Set<String> displays) throws ProblemException {
        String build = qmp.version();
        QemuVersion version =
                QemuVersion.parse(build)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                Problem.of("\"" + build + "\" is not a version.")));
        return new QemuCapabilities(
                program, version, build, machines(qmp), securityObjects(qmp), displays);
    }

    private static Set<String> machines(Qmp qmp) throws ProblemException {
        Set<String> machines = new HashSet<>();
        for (JsonNode machine : qmp.execute("query-machines", LIMIT)) {
            machines.add(machine.path("name").asString(""));
            machines.add(machine.path("alias").asString(""));
        }
        machines.remove("");
        return machines;
    }

    private static Map<String, Set<String>> securityObjects(Qmp qmp) throws ProblemException {
        Map<String, Set<String>> objects = new HashMap<>();
        for (String type : SECURITY_OBJECTS) {
            QmpMessage answer =
                    qmp.ask("qom-list-properties", Qmp.arguments().put("typename", type), LIMIT);
            if (answer instanceof QmpMessage.Reply reply) {
                Set<String> properties = new HashSet<>();
                reply.value().forEach(it -> properties.add(it.path("name").asString("")));
                objects.put(type, Set.copyOf(properties));
            }
        }
        return objects;
    }

    /** Returns QEMU's answers about KVM and the secure processor. */
    private static HostSurvey.QemuAnswers platform(Qmp qmp) throws ProblemException {
        boolean kvm = qmp.execute("query-kvm", LIMIT).path("enabled").asBoolean(false);
        QmpMessage sev = qmp.ask("query-sev-capabilities", Qmp.arguments(), LIMIT);
        if (sev instanceof QmpMessage.Reply reply) {
            return new HostSurvey.QemuAnswers(
                    kvm,
                    HostSurvey.number(reply.value().path("cbitpos").asInt(-1)),
                    HostSurvey.number(reply.value().path("reduced-phys-bits").asInt(-1)));
        }
        return new HostSurvey.QemuAnswers(kvm, HostSurvey.number(-1), HostSurvey.number(-1));
    }

    /** The kinds of display, which QEMU lists after a heading. */
    private Set<String> displays(Progress progress) throws ProblemException {
        CommandRun help = CommandRun.run(Command.of(program, "-display", "help"), LIMIT, progress);
        return help.output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.indexOf(' ') < 0)
                .collect(Collectors.toSet());
    }

    private Problem noQemu(Problem problem, List<String> messages) {
        String words = String.join(" ", messages).strip();
        return new Problem(
                "\""
                        + program
                        + "\" does not answer as QEMU does. "
                        + problem.what()
                        + (words.isEmpty() ? "" : " Its messages: " + words),
                program,
                "Give the path of a qemu-system-x86_64.");
    }
}
