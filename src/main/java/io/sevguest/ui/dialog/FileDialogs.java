package io.sevguest.ui.dialog;

import com.formdev.flatlaf.util.SystemFileChooser;
import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for files in the desktop's own chooser; each kind of file remembers its folder. */
public final class FileDialogs {
    private final Component owner;
    private final Texts texts;

    public FileDialogs(Component owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /**
     * Asks for a file to read.
     *
     * @param kind what it is for: the title is the text {@code dialog.open.<kind>}
     */
    public Optional<Path> open(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.open." + kind));
        return chosen(chooser, chooser.showOpenDialog(owner));
    }

    /**
     * Asks for files to read.
     *
     * @param kind as in {@link #open}
     * @return none where the chooser was closed
     */
    public List<Path> openMany(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.open." + kind));
        chooser.setMultiSelectionEnabled(true);
        return chooser.showOpenDialog(owner) == SystemFileChooser.APPROVE_OPTION
                ? Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList()
                : List.of();
    }

    /**
     * Asks for a folder to write into.
     *
     * @param kind what it is for: the title is the text {@code dialog.folder.<kind>}
     */
    public Optional<Path> folder(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.folder." + kind));
        chooser.setFileSelectionMode(SystemFileChooser.DIRECTORIES_ONLY);
        return chosen(chooser, chooser.showOpenDialog(owner));
    }

    /**
     * Asks for a file to write; the chooser asks before one that exists is taken.
     *
     * @param kind what it is for: the title is the text {@code dialog.save.<kind>}
     */
    public Optional<Path> save(String kind, Path suggested) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.save." + kind));
        chooser.setSelectedFile(suggested.toFile());
        return chosen(chooser, chooser.showSaveDialog(owner));
    }

    private static SystemFileChooser chooser(String kind) {
        var chooser = new SystemFileChooser();
        chooser.setStateStoreID(kind);
        return chooser;
    }

    private static Optional<Path> chosen(SystemFileChooser chooser, int answer) {
        return answer == SystemFileChooser.APPROVE_OPTION
                ? Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath)
                : Optional.empty();
    }
}
