package io.sevguest.ui.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.WindowParts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Saves the text of a preview. */
public record PreviewExport(WindowParts parts, FileDialogs files, Messages messages)
        implements TextExport {
    @Override
    public void saveDocument() {
        parts.actions().run(ActionId.SAVE_AS);
    }

    @Override
    public void save(String kind, Path suggested, String text) {
        files.save(kind, suggested).ifPresent(file -> write(file, text));
    }

    private void write(Path file, String text) {
        Bytes content = Bytes.of((text + "\n").getBytes(StandardCharsets.UTF_8));
        parts.tasks()
                .write(
                        Scope.PROGRAM,
                        progress -> {
                            progress.at(parts.texts().get("import.writing", file), -1);
                            AtomicFile.write(file, content);
                            return file;
                        },
                        new ResultHandler<>(messages, written -> {}));
    }
}
