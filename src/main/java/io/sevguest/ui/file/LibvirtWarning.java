package io.sevguest.ui.file;

import io.sevguest.domain.LibvirtFiles;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import java.nio.file.Path;

/** Warns of a file that libvirt keeps for itself and writes over. */
public record LibvirtWarning(Path configHome, Messages messages, Texts texts) {
    public void check(Path file) {
        LibvirtFiles.check(file, configHome)
                .ifPresent(
                        finding ->
                                messages.tell(
                                        texts.get("file.libvirt.title"),
                                        finding.message(),
                                        finding.fix()));
    }
}
