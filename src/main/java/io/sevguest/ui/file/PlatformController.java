package io.sevguest.ui.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.FileSet;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.Recognition;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.OpenedPlatform;
import io.sevguest.ui.guest.PlatformModel;
import io.sevguest.ui.platform.PlatformActions;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.TaskQueue;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.task.Work;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens platforms and writes their certificates. */
public final class PlatformController implements PlatformActions {
    private final PlatformModel model;
    private final Tasks tasks;
    private final TaskQueue changes;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Messages messages;

    public PlatformController(WindowParts parts, FileDialogs dialogs, Messages messages) {
        model = parts.platform();
        tasks = parts.tasks();
        changes = tasks.queue();
        texts = parts.texts();
        this.dialogs = dialogs;
        this.messages = messages;
    }

    @Override
    public void open() {
        List<Path> files = dialogs.openMany("platform");
        if (!files.isEmpty()) {
            open(files);
        }
    }

    /**
     * Opens the platform whose certificates are in files. Certificates that only complete the open
     * platform, such as a CA, are added to it.
     */
    public void open(List<Path> files) {
        String name =
                files.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "));
        open(name, progress -> PlatformFiles.read(files));
    }

    @Override
    public void paste() {
        try {
            paste(
                    (String)
                            Toolkit.getDefaultToolkit()
                                    .getSystemClipboard()
                                    .getData(DataFlavor.stringFlavor));
        } catch (UnsupportedFlavorException | IOException | IllegalStateException unavailable) {
            messages.show(
                    Problem.of(texts.get("platform.paste.none"))
                            .withFix(texts.get("platform.paste.none.fix")));
        }
    }

    private void paste(String text) {
        String name = texts.get("platform.paste.name");
        Bytes bytes = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        open(name, progress -> PlatformFiles.of(List.of(Recognition.of(name, bytes))));
    }

    private void open(String name, Work<PlatformFiles> reading) {
        changes.write(
                model.scope(),
                () -> {
                    List<CaCertificate> ownRoots = model.ownRoots();
                    Optional<OpenedPlatform> before = model.platform();
                    return progress -> {
                        progress.at(texts.get("platform.reading", name), -1);
                        return opened(name, reading.run(progress), before, ownRoots);
                    };
                },
                new ResultHandler<>(messages, this::show));
    }

    /** A platform, and whether it is the previous one with more certificates. */
    private record ReadPlatform(OpenedPlatform platform, boolean joined) {}

    private static ReadPlatform opened(
            String name,
            PlatformFiles read,
            Optional<OpenedPlatform> before,
            List<CaCertificate> ownRoots)
            throws ProblemException {
        Optional<PlatformFiles> joined = before.flatMap(there -> there.files().joined(read));
        return joined.isPresent()
                ? new ReadPlatform(
                        OpenedPlatform.of(
                                before.get().name() + ", " + name, joined.get(), ownRoots),
                        true)
                : new ReadPlatform(OpenedPlatform.of(name, read, List.of()), false);
    }

    private void show(ReadPlatform opened) {
        if (opened.joined()) {
            model.show(opened.platform());
        } else {
            model.replace(opened.platform());
        }
    }

    @Override
    public void saveAsOne() {
        dialogs.save("platform", Path.of("platform.chain")).ifPresent(this::saveAsOne);
    }

    /** Writes all certificates of the platform into a file. */
    public void saveAsOne(Path file) {
        Bytes content = certificates().toChain().toBytes();
        tasks.write(
                Scope.PROGRAM,
                progress -> {
                    progress.at(texts.get("import.writing", file), -1);
                    AtomicFile.writePrivate(file, content);
                    return file;
                },
                new ResultHandler<>(messages, written -> {}));
    }

    @Override
    public void split() {
        dialogs.folder("platform").ifPresent(this::split);
    }

    /** Writes each certificate of the platform into a folder, without overwriting files. */
    public void split(Path folder) {
        List<FileSet.Entry> entries = new ArrayList<>();
        for (AmdCertificate each : certificates().toChain().certificates()) {
            String name = KeyUsage.text(each.usage()).toLowerCase(Locale.ROOT) + ".cert";
            entries.add(FileSet.Entry.of(folder.resolve(name), each.toBytes()));
        }
        tasks.write(
                Scope.PROGRAM,
                progress -> {
                    progress.at(texts.get("import.writing", folder), -1);
                    FileSet.write(entries, false);
                    return folder;
                },
                new ResultHandler<>(messages, written -> {}));
    }

    private PlatformCertificates certificates() {
        return model.platform()
                .map(platform -> platform.files().certificates())
                .orElse(PlatformCertificates.none());
    }

    @Override
    public void trustRoot() {
        model.platform().ifPresent(this::askTrust);
    }

    private void askTrust(OpenedPlatform platform) {
        CaCertificate ark = platform.files().certificates().ark().orElseThrow();
        int answer =
                messages.ask(
                                texts.get("platform.trust.title"),
                                texts.get(
                                        "platform.trust.what",
                                        ark.rsaKey().modulusSha256().toHex()),
                                texts.get("platform.trust.risk"),
                                List.of(
                                        texts.get("platform.trust.no"),
                                        texts.get("platform.trust.yes")))
                        .orElse(0);
        if (answer == 1) {
            trust(ark);
        }
    }

    /** Trusts a root for the open platform, if it still has this root. */
    private void trust(CaCertificate ark) {
        if (model.platform()
                .flatMap(now -> now.files().certificates().ark())
                .equals(Optional.of(ark))) {
            model.trust(ark);
            changes.write(
                    model.scope(), this::verification, new ResultHandler<>(messages, model::show));
        }
    }

    private Work<OpenedPlatform> verification() {
        OpenedPlatform platform = model.platform().orElseThrow();
        List<CaCertificate> ownRoots = model.ownRoots();
        return progress -> OpenedPlatform.of(platform.name(), platform.files(), ownRoots);
    }

    @Override
    public void close() {
        model.clear();
    }
}
