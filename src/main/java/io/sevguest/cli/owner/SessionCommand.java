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

/**
 * The command {@code session}, which creates a certificate, a session blob and keys for a platform.
 */
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        description = {
            "Create a guest owner's certificate, a session blob and the keys for a platform.",
            "The platform's certificate chain is verified first. Every file is written with mode"
                    + " 0600."
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
                "The platform's certificates: PDH, PEK, OCA and CEK.",
                "Several files that each contain a PDH are treated as several platforms."
            })
    private List<Path> platform = List.of();

    @Mixin private RootOptions above;

    @Option(
            names = "--pdh",
            arity = "1..*",
            paramLabel = "FILE",
            description = "PDH certificates alone, one per platform. Requires --unverified.")
    private List<Path> pdhs = List.of();

    @Option(
            names = "--unverified",
            description = "Use the certificates given with --pdh without verifying their chain.")
    private boolean unverified;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "P",
            description = "The policy of the guest, in decimal or in hexadecimal with 0x.",
            converter = SevPolicyConverter.class)
    private SevPolicy policy;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "",
            description = {
                "The start of the file names (default: vm).",
                "With several platforms, the names of their files are used instead."
            })
    private String name;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "The folder for the files (default: the current folder). It is created with"
                            + " mode 0700 if it does not exist.")
    private Path folder;

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Option(
            names = "--sign-godh",
            description =
                    "Sign the certificate with its own key. The firmware ignores the signature.")
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
        if (results.size() == 1 && results.get(0) instanceof SessionBatch.Failure failed) {
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

    /** Records the sessions, so that later commands recognize them. A failure is only a warning. */
    private void remember(SessionReport report) {
        try {
            for (SessionBatch.Success made : report.made()) {
                book.made(made.order().files(), made.done().note());
            }
        } catch (ProblemException unwritable) {
            spec.commandLine().getErr().println("warning: " + unwritable.problem().toText());
        }
    }

    private void checkOptions() throws ProblemException {
        if (pdhs.isEmpty() == platform.isEmpty()) {
            throw refused(
                    "Exactly one of --sev and --pdh is needed to name the platform.",
                    "Give the platform's export with --sev FILE, or a PDH alone with --pdh FILE"
                            + " --unverified.");
        }
        if (!pdhs.isEmpty() && !unverified) {
            throw refused(
                    "A PDH alone cannot be verified. " + SessionPlatform.RISK,
                    "Give the whole export with --sev FILE, or add --unverified to accept the"
                            + " risk.");
        }
        if (pdhs.isEmpty() && unverified) {
            throw refused(
                    "--unverified can only be used with --pdh. Certificates given with --sev are"
                            + " always verified.",
                    "Remove --unverified.");
        }
        if (!pdhs.isEmpty() && !above.authorities().isEmpty()) {
            throw refused(
                    "--ca can only be used with --sev. A PDH alone has no chain to check.",
                    "Give all certificates of the platform with --sev FILE.");
        }
    }

    /**
     * Returns the hosts with their files. All file names are checked before any session is created.
     */
    private List<SessionBatch.Order> orders(List<SessionHost> hosts) throws ProblemException {
        if (hosts.size() > 1 && !name.isEmpty()) {
            throw refused(
                    "--name can only be used with one platform, but %d were given."
                            .formatted(hosts.size()),
                    "Remove --name. The session files are then named after the platforms' files.");
        }
        List<SessionBatch.Order> orders = new ArrayList<>();
        Map<String, SessionHost> taken = new HashMap<>();
        for (SessionHost host : hosts) {
            String one = name.isEmpty() ? DEFAULT_NAME : name;
            String start = hosts.size() > 1 ? host.label() : one;
            if (taken.put(start, host) != null) {
                throw refused(
                        "The session files of two platforms would have the same names: \""
                                + start
                                + "_…\".",
                        "Rename one of the platforms' files, or create the sessions in different"
                                + " folders.");
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
