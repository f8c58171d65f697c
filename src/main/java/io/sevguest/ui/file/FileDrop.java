package io.sevguest.ui.file;

import io.sevguest.problem.Problem;
import io.sevguest.ui.dialog.Messages;
import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JRootPane;
import javax.swing.TransferHandler;

/** Accepts files that are dropped anywhere on the window. */
public final class FileDrop extends TransferHandler {
    private final transient Consumer<List<Path>> then;
    private final transient Messages messages;

    public FileDrop(Consumer<List<Path>> then, Messages messages) {
        this.then = then;
        this.messages = messages;
    }

    /** Accepts files on the whole window; its parts no longer accept drops themselves. */
    public static void install(JRootPane root, FileDrop drop) {
        letThrough(root);
        root.setTransferHandler(drop);
    }

    private static void letThrough(Container container) {
        for (Component part : container.getComponents()) {
            part.setDropTarget(null);
            if (part instanceof Container inner) {
                letThrough(inner);
            }
        }
    }

    @Override
    public boolean canImport(TransferSupport support) {
        if (!support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
            return false;
        }
        if (support.isDrop()) {
            support.setDropAction(COPY);
        }
        return true;
    }

    /** Handles files like dropped ones. */
    void take(List<Path> files) {
        then.accept(files);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!canImport(support)) {
            return false;
        }
        try {
            var dropped =
                    (List<?>)
                            support.getTransferable()
                                    .getTransferData(DataFlavor.javaFileListFlavor);
            take(dropped.stream().map(file -> ((File) file).toPath()).toList());
            return true;
        } catch (UnsupportedFlavorException | IOException gone) {
            messages.show(Problem.of("The dropped files could not be read: " + gone.getMessage()));
            return false;
        }
    }
}
