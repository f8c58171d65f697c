package io.sevguest.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the initial folder of a file chooser, which is not shown. */
class FileDialogsGuiTest extends GuiTest {
    @TempDir Path folder;

    private File begin(Optional<Path> guest) {
        return onEdt(
                () ->
                        new FileDialogs(null, Texts.load(), () -> guest)
                                .chooser("test")
                                .getCurrentDirectory());
    }

    @Test
    void theFirstFolderIsThatOfTheGuest() {
        assertThat(begin(Optional.of(folder.resolve("guest.xml")))).isEqualTo(folder.toFile());
        assertThat(begin(Optional.empty())).isNotEqualTo(folder.toFile());
    }
}
