package io.sevguest.ui.window;

import io.sevguest.domain.LibvirtFiles;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import java.nio.file.Path;

/** Warns of a file that libvirt keeps for itself and writes over. */
record LibvirtWarning(Path configHome, Messages messages, Texts texts) {
    void check(Path file) {
        LibvirtFiles.check(file, configHome)
                .ifPresent(
                        finding ->
                                messages.tell(
                                        texts.get("file.libvirt.title"),
                                        finding.message(),
                                        finding.fix()));
    }
}
