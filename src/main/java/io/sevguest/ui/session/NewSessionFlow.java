package io.sevguest.ui.session;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.file.SafeFileName;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.recognition.session.SessionWarnings;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.Xdg;
import io.sevguest.state.session.SessionFiles;
import io.sevguest.state.session.SessionRequest;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.dialog.NewSessionDialog;
import io.sevguest.ui.file.FileDrop;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.OpenedPlatform;
import io.sevguest.ui.guest.PlatformModel;
import io.sevguest.ui.guest.SessionModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.RunningTask;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Window;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The steps that make one session for the guest: it asks for platform and folder, makes the session
 * in a task, and puts it into the XML.
 */
public final class NewSessionFlow implements NewSessionDialog.Handler {
    private static final System.Logger LOG = System.getLogger(NewSessionFlow.class.getName());
    private static final String LABEL = "session.new";

    private final GuestModel guest;
    private final PlatformModel platforms;
    private final SessionModel sessions;
    private final Tasks tasks;
    private final Texts texts;
    private final FileDialogs files;
    private final Messages messages;
    private final Consumer<String> told;
    private final Scope scope;
    private SevPolicy policy;
    private final NewSessionDialog dialog;
    private int reads;
    private Optional<OpenedPlatform> choice = Optional.empty();
    private Optional<RunningTask> making = Optional.empty();
    private boolean givenUp;

    /**
     * Creates the flow.
     *
     * @param told receives a message when the session was made
     * @param policy for which the session is made
     */
    NewSessionFlow(
            Window owner,
            WindowParts parts,
            FileDialogs files,
            Messages messages,
            Consumer<String> told,
            SevPolicy policy) {
        this.guest = parts.guest();
        this.platforms = parts.platform();
        this.sessions = parts.session();
        this.tasks = parts.tasks();
        this.texts = parts.texts();
        this.files = files;
        this.messages = messages;
        this.told = told;
        this.policy = policy;
        this.scope = guest.scope();
        dialog = new NewSessionDialog(owner, texts, policy, SessionPlatform.RISK, this);
        FileDrop.install(dialog.rootPane(), new FileDrop(this::read, messages));
    }

    /** Shows the dialog. */
    void open() {
        String name = guest.domain().map(domain -> domain.textAt("name")).orElse("");
        Path folder = guest.path().map(Path::getParent).orElseGet(Xdg::home);
        String safe = SafeFileName.of(name);
        dialog.suggest(folder, safe.isEmpty() ? "vm" : safe);
        platforms.platform().ifPresent(this::choose);
        dialog.open();
    }

    /** Follows the policy of the guest; it ends when another guest is opened. */
    void follow() {
        if (scope.isOver()) {
            close();
            return;
        }
        Optional<SevPolicy> now = guest.domain().flatMap(LaunchSecurityFields.POLICY.get());
        if (now.filter(found -> !found.equals(policy)).isPresent()) {
            policy = now.get();
            dialog.showPolicy(policy);
            choice.ifPresent(this::choose);
        }
    }

    void close() {
        dialog.close();
    }

    @Override
    public void choosePlatform() {
        List<Path> chosen = files.openMany("platform");
        if (!chosen.isEmpty()) {
            read(chosen);
        }
    }

    @Override
    public void chooseFolder() {
        files.folder("keys").ifPresent(dialog::setFolder);
    }

    /** Returns whether a platform was chosen. */
    public boolean hasPlatform() {
        return choice.isPresent();
    }

    /** Reads files as the platform's. */
    public void read(List<Path> paths) {
        List<CaCertificate> own = platforms.ownRoots();
        String name = paths.get(0).getFileName().toString();
        int request = ++reads;
        tasks.start(
                scope.and(() -> request != reads),
                progress -> {
                    progress.at(texts.get("import.reading", name), -1);
                    PlatformFiles read = PlatformFiles.read(paths);
                    SessionPlatform.unverified(
                            name, read.certificates()); // rejects files without a PDH
                    return OpenedPlatform.of(name, read, own);
                },
                new ResultHandler<>(messages, this::choose));
    }

    private void choose(OpenedPlatform chosen) {
        choice = Optional.of(chosen);
        ChainVerdict verdict = chosen.verdict();
        String words =
                verdict.valid()
                        ? texts.get(
                                "newSession.platform.valid",
                                chosen.name(),
                                verdict.root().orElseThrow().words())
                        : texts.get("newSession.platform.risky", chosen.name());
        dialog.showPlatform(words, verdict.valid(), SessionWarnings.of(policy, chosen.files()));
    }

    @Override
    public void make(NewSessionDialog.Request wishes) {
        OpenedPlatform chosen = choice.orElseThrow();
        SevPolicy wanted = policy;
        dialog.setBusy(true);
        RunningTask begun =
                tasks.write(
                        Scope.PROGRAM,
                        progress -> {
                            progress.at(texts.get("newSession.making"), -1);
                            SessionRequest.Result done =
                                    order(chosen, wishes, wanted)
                                            .carryOut(
                                                    new OwnerSession(
                                                            new SecureRandom(), Clock.systemUTC()));
                            remember(wishes, done);
                            return done;
                        },
                        new Outcome<>() {
                            @Override
                            public void done(SessionRequest.Result made) {
                                dialog.close();
                                put(made, wishes.folder());
                            }

                            @Override
                            public void failed(Problem problem) {
                                messages.show(problem);
                            }

                            @Override
                            public void ended() {
                                making = Optional.empty();
                                dialog.setBusy(false);
                            }
                        });
        making = Optional.of(begun);
    }

    /** Stops the making of the session; files that were already written are kept and named. */
    @Override
    public void cancel() {
        givenUp = true;
        making.ifPresent(RunningTask::cancel);
    }

    private SessionRequest order(
            OpenedPlatform chosen, NewSessionDialog.Request wishes, SevPolicy wanted)
            throws ProblemException {
        PlatformCertificates certificates = chosen.files().certificates();
        SessionPlatform platform =
                wishes.unverified()
                        ? SessionPlatform.unverified(chosen.name(), certificates)
                        : SessionPlatform.verified(chosen.name(), certificates, chosen.verdict());
        return new SessionRequest(
                platform,
                wanted,
                GodhSignature.NONE,
                chosen.name(),
                SessionFiles.of(wishes.folder(), wishes.name()),
                false);
    }

    /** Adds the session to the session book. The session files remain even if this fails. */
    private void remember(NewSessionDialog.Request wishes, SessionRequest.Result done) {
        try {
            SessionFiles written = SessionFiles.of(wishes.folder(), wishes.name());
            sessions.book().made(written, done.note());
        } catch (ProblemException unwritable) {
            LOG.log(Level.WARNING, unwritable.problem().toText());
        }
    }

    /**
     * Writes certificate and session into the guest in one undo step, if that guest is still open.
     */
    private void put(SessionRequest.Result made, Path folder) {
        String words = made.note().policy().toHex();
        if (givenUp || scope.isOver() || guest.domain().isEmpty()) {
            messages.tell(
                    texts.get("newSession.aside.title"),
                    texts.get("newSession.aside", words, folder),
                    texts.get("newSession.aside.fix"));
            return;
        }
        guest.endStep();
        guest.edit(
                LABEL,
                domain ->
                        LaunchSecurityFields.SESSION
                                .with()
                                .apply(
                                        LaunchSecurityFields.DH_CERT
                                                .with()
                                                .apply(domain, made.godh().toBase64()),
                                        made.blob().toBase64()));
        guest.endStep();
        told.accept(texts.get("newSession.made", words, folder));
    }
}
