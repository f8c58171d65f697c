package io.sevguest.ui.session;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.SafeFileName;
import io.sevguest.launch.LaunchBundleWriter;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.page.SessionActions;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes sessions for the guest and exports its launch parameters. */
public final class SessionController implements SessionActions {
    private final Window owner;
    private final WindowParts parts;
    private final GuestModel guest;
    private final Texts texts;
    private final FileDialogs files;
    private final Messages messages;
    private final Consumer<String> told;
    private Optional<NewSessionFlow> making = Optional.empty();

    /**
     * Creates the actions.
     *
     * @param told receives a message about written files
     */
    public SessionController(
            Window owner,
            WindowParts parts,
            FileDialogs files,
            Messages messages,
            Consumer<String> told) {
        this.owner = owner;
        this.parts = parts;
        this.guest = parts.guest();
        this.texts = parts.texts();
        this.files = files;
        this.messages = messages;
        this.told = told;
        guest.addListener(() -> making.ifPresent(NewSessionFlow::follow));
    }

    @Override
    public void newSession() {
        begin().ifPresent(NewSessionFlow::open);
    }

    /**
     * Starts to make a session for the policy of the form; without a policy, it shows a message.
     */
    public Optional<NewSessionFlow> begin() {
        Optional<SevPolicy> policy = guest.domain().flatMap(LaunchSecurityFields.POLICY.get());
        if (policy.isEmpty()) {
            messages.show(
                    new Problem(
                            texts.get("newSession.noPolicy"),
                            "",
                            texts.get("newSession.noPolicy.fix")));
            return Optional.empty();
        }
        making.ifPresent(NewSessionFlow::close);
        making = Optional.of(new NewSessionFlow(owner, parts, files, messages, told, policy.get()));
        return making;
    }

    @Override
    public void exportParameters() {
        Optional<DomainXml> domain = guest.domain();
        if (domain.isEmpty()) {
            return;
        }
        String safe = SafeFileName.of(domain.get().textAt("name"));
        files.save("bundle", Path.of((safe.isEmpty() ? "guest" : safe) + ".zip"))
                .ifPresent(file -> export(domain.get(), file));
    }

    private void export(DomainXml domain, Path file) {
        SessionKnowledge known = parts.session().knowledge();
        parts.tasks()
                .write(
                        Scope.PROGRAM,
                        progress -> {
                            progress.at(texts.get("import.writing", file), -1);
                            AtomicFile.writePrivate(
                                    file, LaunchBundleWriter.of(domain, known).toBytes());
                            return file;
                        },
                        new ResultHandler<>(
                                messages,
                                written -> told.accept(texts.get("bundle.written", written))));
    }
}
