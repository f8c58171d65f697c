package io.sevguest.ui.window;

import io.sevguest.measurement.secret.SecretSealer;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.file.BlobImporter;
import io.sevguest.ui.file.PlatformController;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.launch.LaunchPage;
import io.sevguest.ui.measurement.MeasurementModel;
import io.sevguest.ui.measurement.MeasurementPage;
import io.sevguest.ui.measurement.SecretPage;
import io.sevguest.ui.page.CertificatePage;
import io.sevguest.ui.page.DevicesPage;
import io.sevguest.ui.page.FirmwarePage;
import io.sevguest.ui.page.GuestPage;
import io.sevguest.ui.page.LaunchSecurityPage;
import io.sevguest.ui.page.PageEntry;
import io.sevguest.ui.page.SessionActions;
import io.sevguest.ui.platform.PlatformPage;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.workspace.WindowParts;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/** The pages of the window, in their order. */
final class Pages {
    private Pages() {}

    static List<PageEntry> of(
            WindowParts parts,
            BlobImporter importing,
            PlatformController desk,
            SessionActions sessions,
            FileDialogs files) {
        Texts texts = parts.texts();
        GuestModel guest = parts.guest();
        FieldFocus focus = parts.focus();
        var measured = new MeasurementModel(guest);
        return List.of(
                new PageEntry(
                        "guest",
                        Icons.PAGE_GUEST,
                        Set.of("guest"),
                        () -> new GuestPage(guest, focus, texts)),
                new PageEntry(
                        "launchSecurity",
                        Icons.PAGE_LAUNCH_SECURITY,
                        Set.of("launchSecurity"),
                        () ->
                                new LaunchSecurityPage(
                                        guest,
                                        focus,
                                        texts,
                                        parts.machine(),
                                        sessions::newSession)),
                new PageEntry(
                        "certificate",
                        Icons.PAGE_CERTIFICATE,
                        Set.of("launchSecurity.dhCert", "launchSecurity.session"),
                        () -> new CertificatePage(guest, focus, texts, importing, sessions)),
                new PageEntry(
                        "platform",
                        Icons.PAGE_PLATFORM,
                        Set.of("platform"),
                        () -> new PlatformPage(parts.platform(), desk, texts)),
                new PageEntry(
                        "firmware",
                        Icons.PAGE_FIRMWARE,
                        Set.of("firmware"),
                        () -> new FirmwarePage(guest, focus, texts, importing::askFile)),
                new PageEntry(
                        "devices",
                        Icons.PAGE_DEVICES,
                        Set.of("devices", "disk", "interface"),
                        () -> new DevicesPage(guest, focus, texts, importing::askFile)),
                new PageEntry(
                        "launch",
                        Icons.PAGE_LAUNCH,
                        Set.of("launch"),
                        () ->
                                new LaunchPage(
                                        parts.machine(),
                                        parts.run(),
                                        parts.tasks(),
                                        texts,
                                        then ->
                                                parts.derivation()
                                                        .whenSettled(parts.guest().scope(), then))),
                new PageEntry(
                        "measurement",
                        Icons.PAGE_MEASUREMENT,
                        Set.of("measurement"),
                        () ->
                                new MeasurementPage(
                                        measured,
                                        guest,
                                        new RunMeasurement(parts.run()),
                                        files,
                                        parts.tasks(),
                                        texts)),
                new PageEntry(
                        "secret",
                        Icons.PAGE_SECRET,
                        Set.of("secret"),
                        () ->
                                new SecretPage(
                                        measured,
                                        guest,
                                        new SecretSealer(new SecureRandom()),
                                        files,
                                        parts.tasks(),
                                        texts)));
    }
}
