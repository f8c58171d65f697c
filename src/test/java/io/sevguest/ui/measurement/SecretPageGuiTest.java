package io.sevguest.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.measurement.secret.SecretSealer;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.window.SlowDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretPageGuiTest extends GuiTest {
    private static final Bytes KEY = Bytes.ofHex("00112233445566778899aabbccddeeff");

    @TempDir Path folder;

    private final SlowDisk disk = new SlowDisk();
    private GuestModel guest;
    private MeasurementModel model;
    private SecretPage page;

    private FrameFixture open() {
        return show(
                () -> {
                    Texts texts = Texts.load();
                    guest = new GuestModel(GuestTemplate.DEMO.create(new UUID(1, 2)));
                    model = new MeasurementModel(guest);
                    page =
                            new SecretPage(
                                    model,
                                    guest,
                                    new SecretSealer(new SecureRandom()),
                                    new FileDialogs(null, texts, Optional::empty),
                                    new Tasks(disk),
                                    texts);
                    return page.component();
                });
    }

    /** Returns the text of a component that may not be visible yet. */
    private String said(String name) {
        return robot().finder().findAll(part -> name.equals(part.getName())).stream()
                .map(part -> ((JTextComponent) part).getText())
                .findFirst()
                .orElse("");
    }

    private SecretRequest order(int size) throws IOException {
        Path key = Files.write(folder.resolve("key"), KEY.toArray());
        Path secret = Files.write(folder.resolve("secret"), new byte[size]);
        return new SecretRequest(
                "vault 1",
                List.of(new NamedSecret(SecretTable.LUKS_KEY, secret)),
                key,
                key,
                Bytes.of(new byte[32]),
                folder.resolve("header"),
                folder.resolve("payload"));
    }

    @Test
    void showsTheCommandForTheFilesItWrote() throws IOException {
        FrameFixture frame = open();
        SecretRequest order = order(20);
        GuiActionRunner.execute(() -> page.start(order));
        waitUntil("the command is shown", () -> said("secret.command").startsWith("virsh"));
        assertThat(frame.textBox("secret.command").text())
                .isEqualTo(
                        "virsh domsetlaunchsecstate 'vault 1' --secrethdr %s --secret %s"
                                .formatted(order.header(), order.payload()));
        for (Path file : List.of(order.header(), order.payload())) {
            assertThat(Files.readString(file)).matches("[A-Za-z0-9+/]+=*");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void tooMuchIsRefusedAndNothingWritten() throws IOException {
        open();
        SecretRequest order = order(16_384);
        GuiActionRunner.execute(() -> page.start(order));
        waitUntil("the numbers are told", () -> said("secret.outcome").contains("16,384"));
        assertThat(order.header()).doesNotExist();
        assertThat(order.payload()).doesNotExist();
    }

    private void openAnotherGuest() {
        GuiActionRunner.execute(
                () -> guest.open(GuestTemplate.DEMO.create(new UUID(1, 2)), Optional.empty()));
    }

    @Test
    void theConsentDoesNotGoOverToAnotherGuest() {
        FrameFixture frame = open();
        frame.checkBox("secret.unverified").click();
        openAnotherGuest();
        frame.checkBox("secret.unverified").requireNotSelected();
        frame.button("secret.make").requireDisabled();
    }

    @Test
    void theConsentDoesNotGoOverToAnotherLaunch() {
        FrameFixture frame = open();
        frame.checkBox("secret.unverified").click();
        GuiActionRunner.execute(() -> model.forget());
        frame.checkBox("secret.unverified").requireNotSelected();
        frame.button("secret.make").requireDisabled();
    }

    @Test
    void theCommandGoesWithTheGuestItWasMadeFor() throws IOException {
        open();
        SecretRequest order = order(20);
        GuiActionRunner.execute(() -> page.start(order));
        waitUntil("the command is shown", () -> said("secret.command").startsWith("virsh"));
        openAnotherGuest();
        assertThat(said("secret.command")).isEmpty();
        assertThat(said("secret.outcome")).isEmpty();
    }

    @Test
    void theCommandGoesWithTheSecretsItWasMadeFrom() throws IOException {
        FrameFixture frame = open();
        SecretRequest order = order(20);
        GuiActionRunner.execute(() -> page.start(order));
        waitUntil("the command is shown", () -> said("secret.command").startsWith("virsh"));
        frame.textBox("secret.file").setText("/another");
        assertThat(said("secret.command")).isEmpty();
    }

    @Test
    void anotherGuestAfterTheSecretWasAskedForGetsNoCommand() throws IOException {
        open();
        SecretRequest order = order(20);
        disk.hold();
        GuiActionRunner.execute(() -> page.start(order));
        openAnotherGuest();
        disk.release();
        waitUntil("it was made", () -> disk.unfinished() == 0);
        robot().waitForIdle();
        assertThat(said("secret.command")).isEmpty();
        assertThat(said("secret.outcome")).isEmpty();
    }

    @Test
    void withoutACheckTheRiskHasToBeTaken() {
        FrameFixture frame = open();
        frame.button("secret.make").requireDisabled();
        frame.button("secret.make")
                .requireToolTip(Pattern.compile("Check the measurement on the Measurement page.*"));
        frame.checkBox("secret.unverified").click();
        frame.button("secret.make").requireEnabled();
        assertThat(onEdt(() -> frame.button("secret.make").target().getToolTipText())).isNull();
        frame.button("secret.make").click();
        assertThat(frame.textBox("secret.outcome").text()).contains("A secret has no file.");
        frame.button("secret.remove").click();
        frame.button("secret.make").click();
        assertThat(frame.textBox("secret.outcome").text()).contains("There is no secret.");
        frame.button("secret.add").click();
        assertThat(frame.textBox("secret.name").text()).isEqualTo("luks");
    }
}
