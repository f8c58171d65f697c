package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.FileSet;
import io.sevguest.file.SizedFile;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.PlannedFile;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.CommandRun;
import io.sevguest.task.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes the planned files, each exclusively and private from its first byte. */
final class LaunchFileWriter {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** 64 MiB: variable stores have less than one. */
    private static final int MAX_STORE = 64 << 20;

    private LaunchFileWriter() {}

    static void make(LaunchPlan plan, Progress progress) throws ProblemException {
        for (PlannedFile file : plan.planned()) {
            progress.at("Making " + file.path().getFileName(), -1);
            make(file, progress);
        }
    }

    private static void make(PlannedFile file, Progress progress) throws ProblemException {
        if (file.creation() instanceof PlannedFile.Text text) {
            AtomicFile.createPrivate(
                    file.path(), Bytes.of(text.text().getBytes(StandardCharsets.UTF_8)));
        } else if (file.creation() instanceof PlannedFile.Copy copy) {
            copy(source(copy), file.path());
        } else if (file.creation() instanceof PlannedFile.FirstCopy once) {
            if (!Files.exists(file.path())) {
                Bytes template = SizedFile.read(Path.of(once.template()), MAX_STORE);
                FileSet.write(List.of(FileSet.Entry.of(file.path(), template)), false);
            }
        } else if (file.creation() instanceof PlannedFile.Overlay overlay) {
            overlay(file, overlay, progress);
        }
    }

    private static Path source(PlannedFile.Copy copy) throws ProblemException {
        boolean isOwn = !copy.own().isEmpty() && Files.exists(Path.of(copy.own()));
        if (!isOwn && copy.template().isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "The NVRAM \""
                                    + copy.own()
                                    + "\" does not exist, and no template is known.",
                            copy.own(),
                            "Name a template in the nvram element."));
        }
        return Path.of(isOwn ? copy.own() : copy.template());
    }

    private static void copy(Path source, Path target) throws ProblemException {
        AtomicFile.createPrivate(target, SizedFile.read(source, MAX_STORE));
    }

    /** Has qemu-img fill the file, which is there and private already. */
    private static void overlay(PlannedFile file, PlannedFile.Overlay overlay, Progress progress)
            throws ProblemException {
        if (!Files.exists(Path.of(overlay.image()))) {
            throw new ProblemException(
                    new Problem(
                            "The disk image \"" + overlay.image() + "\" does not exist.",
                            overlay.image(),
                            "Make it by \"qemu-img create\", or remove the disk from the guest."));
        }
        AtomicFile.createPrivate(file.path(), Bytes.of(new byte[0]));
        try {
            CommandRun.succeed(
                    Command.of(
                            "qemu-img",
                            "create",
                            "-q",
                            "-f",
                            "qcow2",
                            "-F",
                            overlay.format(),
                            "-b",
                            Path.of(overlay.image()).toAbsolutePath().toString(),
                            file.path().toString()),
                    LIMIT,
                    progress);
        } catch (ProblemException failure) {
            throw new ProblemException(QemuFailure.explain(failure.problem()), failure);
        }
    }
}
