package io.sevguest.ui.dialog;

import com.formdev.flatlaf.util.SystemFileChooser;
import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks for files with the desktop's own file chooser. The folder is remembered for each kind of
 * file; the first one is that of the guest.
 */
public final class FileDialogs {
    private final Component owner;
    private final Texts texts;
    private final Supplier<Optional<Path>> guest;
    private final Map<String, Path> chosenLast = new HashMap<>();

    /**
     * @param guest supplies the file of the guest, if it has one
     */
    public FileDialogs(Component owner, Texts texts, Supplier<Optional<Path>> guest) {
        this.owner = owner;
        this.texts = texts;
        this.guest = guest;
    }

    /**
     * Asks for a file to read.
     *
     * @param kind the purpose of the file; the title is the text {@code dialog.open.<kind>}
     */
    public Optional<Path> open(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.open." + kind));
        return chosen(kind, chooser, chooser.showOpenDialog(owner));
    }

    /**
     * Asks for files to read.
     *
     * @param kind as in {@link #open}
     * @return an empty list if the chooser was closed
     */
    public List<Path> openMany(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.open." + kind));
        chooser.setMultiSelectionEnabled(true);
        return chosen(kind, chooser, chooser.showOpenDialog(owner)).isPresent()
                ? Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList()
                : List.of();
    }

    /**
     * Asks for a folder to write into.
     *
     * @param kind the purpose of the folder; the title is the text {@code dialog.folder.<kind>}
     */
    public Optional<Path> folder(String kind) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.folder." + kind));
        chooser.setFileSelectionMode(SystemFileChooser.DIRECTORIES_ONLY);
        return chosen(kind, chooser, chooser.showOpenDialog(owner));
    }

    /**
     * Asks for a file to write; the chooser asks before it accepts an existing file.
     *
     * @param kind the purpose of the file; the title is the text {@code dialog.save.<kind>}
     */
    public Optional<Path> save(String kind, Path suggested) {
        SystemFileChooser chooser = chooser(kind);
        chooser.setDialogTitle(texts.get("dialog.save." + kind));
        Path file = place(kind).map(folder -> folder.resolve(suggested)).orElse(suggested);
        chooser.setSelectedFile(file.toFile());
        return chosen(kind, chooser, chooser.showSaveDialog(owner));
    }

    SystemFileChooser chooser(String kind) {
        var chooser = new SystemFileChooser();
        place(kind).ifPresent(folder -> chooser.setCurrentDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> place(String kind) {
        return Optional.ofNullable(chosenLast.get(kind))
                .or(guest)
                .map(file -> file.toAbsolutePath().getParent());
    }

    private Optional<Path> chosen(String kind, SystemFileChooser chooser, int answer) {
        Optional<Path> chosen =
                answer == SystemFileChooser.APPROVE_OPTION
                        ? Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath)
                        : Optional.empty();
        chosen.ifPresent(file -> chosenLast.put(kind, file));
        return chosen;
    }
}
