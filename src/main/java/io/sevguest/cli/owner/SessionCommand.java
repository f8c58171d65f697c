package io.sevguest.cli.owner;

import io.sevguest.cli.option.OutputFiles;
import io.sevguest.cli.option.SevPolicyConverter;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.cli.platform.RootOptions;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.Xdg;
import io.sevguest.state.session.SessionBook;
import io.sevguest.state.session.SessionFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code session}: makes what a guest owner needs to start guests on a platform. */
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a guest owner's certificate, a session blob and the keys for a platform.",
            "The platform's chain is verified first; every file is written with mode 0600."
        })
public final class SessionCommand implements Callable<Integer> {
    private static final String DEFAULT_NAME = "vm";

    private final OwnerSession owner;
    private final SessionBook book;

    @Spec private CommandSpec spec;

    @Option(
            names = "--sev",
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "The platform's certificates: PDH, PEK, OCA, CEK.",
                "Several files with a PDH each are several platforms."
            })
    private List<Path> platform = List.of();

    @Mixin private RootOptions above;

    @Option(
            names = "--pdh",
            arity = "1..*",
            paramLabel = "FILE",
            description = "PDH certificates alone, one for each platform; needs --unverified.")
    private List<Path> pdhs = List.of();

    @Option(names = "--unverified", description = "Do without the chain of a --pdh.")
    private boolean unverified;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "P",
            description = "Hexadecimal with 0x, decimal without.",
            converter = SevPolicyConverter.class)
    private SevPolicy policy;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "",
            description = {
                "Start of the files' names; vm if it is left out.",
                "Several platforms are named after their files."
            })
    private String name;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go; made with mode 0700 if it is not there.")
    private Path folder;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Option(
            names = "--sign-godh",
            description = "Sign the certificate with its own key; the firmware does not look.")
    private boolean sign;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SessionCommand() {
        this(
                new OwnerSession(new SecureRandom(), Clock.systemUTC()),
                new SessionBook(Xdg.ofEnvironment().state()));
    }

    SessionCommand(OwnerSession owner, SessionBook book) {
        this.owner = owner;
        this.book = book;
    }

    @Override
    public Integer call() throws ProblemException {
        checkOptions();
        List<SessionHost> hosts =
                pdhs.isEmpty()
                        ? SessionHost.verified(platform, above.authorities(), above.trusted())
                        : SessionHost.unverified(pdhs);
        List<SessionBatch.Order> orders = orders(hosts);
        var terms =
                new SessionBatch.Terms(
                        policy, sign ? GodhSignature.OWN_KEY : GodhSignature.NONE, force);
        PrintWriter err = spec.commandLine().getErr();
        List<SessionBatch.Result> results = new SessionBatch(owner, terms, err).run(orders);
        if (results.size() == 1 && results.get(0) instanceof SessionBatch.Failed failed) {
            throw failed.why();
        }
        var report = new SessionReport(policy, results);
        remember(report);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.text(report.json()) : report.text());
        report.warnings().forEach(warning -> err.println("warning: " + warning));
        report.failures().forEach(failure -> err.println("error: " + failure.toText()));
        return report.failures().isEmpty() ? ExitStatus.FINE : ExitStatus.NO;
    }

    /** So that the session is known when it is launched; without it only less can be told. */
    private void remember(SessionReport report) {
        try {
            for (SessionBatch.Made made : report.made()) {
                book.made(made.order().files(), made.done().note());
            }
        } catch (ProblemException unwritable) {
            spec.commandLine().getErr().println("warning: " + unwritable.problem().toText());
        }
    }

    private void checkOptions() throws ProblemException {
        if (pdhs.isEmpty() == platform.isEmpty()) {
            throw refused(
                    "A session is made for a platform: exactly one of --sev and --pdh is needed.",
                    "Give the platform's export by --sev FILE, or a PDH alone by --pdh FILE"
                            + " --unverified.");
        }
        if (!pdhs.isEmpty() && !unverified) {
            throw refused(
                    "A PDH alone cannot be verified. " + SessionPlatform.RISK,
                    "Specify the whole export with --sev FILE, or add --unverified to"
                            + " accept the risk.");
        }
        if (pdhs.isEmpty() && unverified) {
            throw refused(
                    "--unverified applies to --pdh only; the files of --sev are always verified.",
                    "Leave --unverified out.");
        }
        if (!pdhs.isEmpty() && !above.authorities().isEmpty()) {
            throw refused(
                    "--ca applies to --sev only; a PDH alone has no chain to verify.",
                    "Give the platform's other certificates too, by --sev FILE….");
        }
    }

    /** Nothing is made before all names are free and differ. */
    private List<SessionBatch.Order> orders(List<SessionHost> hosts) throws ProblemException {
        if (hosts.size() > 1 && !name.isEmpty()) {
            throw refused(
                    "--name is for one platform, but there are %d.".formatted(hosts.size()),
                    "Leave it out: the files are named after those of the platforms.");
        }
        List<SessionBatch.Order> orders = new ArrayList<>();
        Map<String, SessionHost> taken = new HashMap<>();
        for (SessionHost host : hosts) {
            String one = name.isEmpty() ? DEFAULT_NAME : name;
            String start = hosts.size() > 1 ? host.label() : one;
            if (taken.put(start, host) != null) {
                throw refused(
                        "Two platforms would have files with the same names: \"" + start + "_…\".",
                        "Rename one of the files, or make their sessions in different folders.");
            }
            SessionFiles files = SessionFiles.of(folder, start);
            OutputFiles.check(files.all(), force);
            orders.add(new SessionBatch.Order(host, files));
        }
        return orders;
    }

    private static ProblemException refused(String what, String fix) {
        return new ProblemException(new Problem(what, "", fix));
    }
}
