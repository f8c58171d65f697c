package io.sevguest.cli.owner;

import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.option.OutputFiles;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.FindingLines;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.file.AtomicFile;
import io.sevguest.launch.LaunchBundleWriter;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.Xdg;
import io.sevguest.state.session.SessionBook;
import io.sevguest.state.session.SessionFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code bundle}, which writes the launch parameters that the guest owner gives to the
 * host.
 */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Write the launch parameters of a guest for the host's administrator.",
            "The ZIP file contains the XML, the certificate and session, a description of the"
                    + " policy, commands and checksums, but never a key."
        })
public final class BundleCommand implements Callable<Integer> {
    private final SessionBook book;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GUEST.xml", description = "The domain XML of the guest.")
    private Path file;

    @Option(
            names = "--session",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the files of the session.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The start of the session's file names, if the folder contains several"
                            + " sessions.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.zip",
            description = "The file to write.")
    private Path output;

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    BundleCommand() {
        this(new SessionBook(Xdg.ofEnvironment().state()));
    }

    BundleCommand(SessionBook book) {
        this.book = book;
    }

    @Override
    public Integer call() throws ProblemException {
        OutputFiles.check(List.of(output), force);
        DomainXml read = DomainFile.read(file).domain();
        SessionFiles files = choose(read);
        DomainXml with = withSession(read, files);
        LaunchSession session = SessionFindings.session(with).orElseThrow();
        SessionKnowledge known =
                book.knowledge(
                        session,
                        Optional.of(files.note()),
                        LaunchSecurityFields.POLICY.get().apply(with).stream().toList());
        DomainXml domain =
                LaunchSecurity.of(read) instanceof LaunchSecurity.None
                        ? withPolicy(with, known)
                        : with;
        LaunchBundle bundle = LaunchBundleWriter.of(domain, known);
        AtomicFile.writePrivate(output, bundle.toBytes());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: launch parameters for the session \"%s\", SHA-256 %s%n",
                        output, files.name(), bundle.toBytes().sha256().toHex());
        warn(domain, known);
        return ExitStatus.FINE;
    }

    private void warn(DomainXml domain, SessionKnowledge known) {
        PrintWriter err = spec.commandLine().getErr();
        GuestEvidence guest = GuestEvidence.ofDocument(domain, known);
        FindingLines.print(file.toString(), Readiness.of(guest).findings(), err);
        if (known.policy().isEmpty()) {
            err.println(
                    "warning: The policy of this session is unknown, because neither its TIK nor"
                            + " its note (.session.json) was found.");
        }
    }

    /**
     * Returns the session given by name, otherwise the one in the XML, otherwise the only one in
     * the folder.
     */
    private SessionFiles choose(DomainXml domain) throws ProblemException {
        if (name.isPresent()) {
            return SessionFiles.of(folder, name.get());
        }
        List<SessionFiles> all = SessionFiles.in(folder);
        Optional<LaunchSession> held = SessionFindings.session(domain);
        if (held.isPresent()) {
            for (SessionFiles files : all) {
                if (files.isOf(held.get())) {
                    return files;
                }
            }
            throw refused("None of the sessions in this folder is the one in the XML.");
        }
        if (all.size() != 1) {
            throw refused("This folder contains %d sessions instead of one.".formatted(all.size()));
        }
        return all.get(0);
    }

    private ProblemException refused(String what) {
        return new ProblemException(
                new Problem(
                        what,
                        folder.toString(),
                        "Give the folder that sevguest session wrote to, and choose one of its"
                                + " sessions with --name."));
    }

    private static DomainXml withSession(DomainXml domain, SessionFiles files)
            throws ProblemException {
        String dhCert = files.readGodh();
        String session = files.readSession();
        Optional<LaunchSession> held = SessionFindings.session(domain);
        DomainXml with =
                LaunchSecurityFields.SESSION
                        .with()
                        .apply(LaunchSecurityFields.DH_CERT.with().apply(domain, dhCert), session);
        Optional<LaunchSession> now = SessionFindings.session(with);
        if (held.isPresent() && !held.equals(now)) {
            throw new ProblemException(
                    new Problem(
                            "The XML contains a different session, which is not replaced.",
                            files.session().toString(),
                            "Put this session into the XML first, with sevguest edit."));
        }
        if (now.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "This file contains no session blob.",
                            files.session().toString(),
                            "Make the session again."));
        }
        return with;
    }

    /** Sets the policy of the session in a guest without launch security. */
    private DomainXml withPolicy(DomainXml domain, SessionKnowledge known) throws ProblemException {
        if (known.policy().isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "The guest has no launch security, and the policy of this session is"
                                    + " unknown, because neither its TIK nor its note (.session.json)"
                                    + " was found.",
                            file.toString(),
                            "Set the session's policy in the guest first, with sevguest edit"
                                    + " --policy VALUE."));
        }
        return LaunchSecurityFields.POLICY.with().apply(domain, known.policy());
    }
}
