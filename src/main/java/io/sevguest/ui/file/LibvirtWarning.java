package io.sevguest.ui.file;

import io.sevguest.domain.LibvirtFiles;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import java.nio.file.Path;

/** Warns about a file that libvirt manages and may overwrite. */
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
