package io.sevguest.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.swing.JComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that the chosen processor's values are shown in empty fields. */
class GenerationChoiceGuiTest extends GuiTest {
    private final MachineModel machine = new MachineModel();
    private final DomainXml demo = GuestTemplate.DEMO.create(new UUID(0, 1));
    private GuestModel guest;

    @Test
    void thePickedProcessorGivesWhatTheXmlLeavesOut() {
        FrameFixture frame = show(this::page);
        GuiActionRunner.execute(
                () ->
                        guest.edit(
                                "t",
                                domain -> LaunchSecurityFields.CBITPOS.with().apply(domain, "")));
        frame.comboBox("launchSecurity.platform")
                .selectItem(List.of(EpycGeneration.values()).indexOf(EpycGeneration.ROME));
        assertThat(placeholder(frame)).isEqualTo("47, assumed for EPYC 7002 (Rome)");
        assertThat(command()).contains("cbitpos=47");
        frame.comboBox("launchSecurity.platform")
                .selectItem(List.of(EpycGeneration.values()).indexOf(EpycGeneration.GENOA));
        assertThat(placeholder(frame)).isEqualTo("51, assumed for EPYC 9004 (Genoa)");
        assertThat(command()).contains("cbitpos=51");
        assertThat(onEdt(() -> guest.text().text())).doesNotContain("cbitpos");
    }

    private JComponent page() {
        guest = new GuestModel(demo);
        return new LaunchSecurityPage(guest, new FieldFocus(), Texts.load(), machine, () -> {});
    }

    private static Object placeholder(FrameFixture frame) {
        JComponent field = frame.textBox("launchSecurity.cbitpos").target();
        return onEdt(() -> field.getClientProperty("JTextField.placeholderText"));
    }

    private String command() {
        return onEdt(
                () ->
                        String.join(
                                " ",
                                machine.machine()
                                        .plan(guest.domain().orElseThrow(), Optional.empty())
                                        .command()
                                        .toArgs()));
    }
}
