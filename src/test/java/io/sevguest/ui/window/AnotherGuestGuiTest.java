package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.form.WrappedText;
import java.awt.Component;
import java.nio.file.Files;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that input and requests for one guest do not affect the guest that is opened after it. */
class AnotherGuestGuiTest extends WindowGuiTest {
    private static final String XML =
            """
            <domain type='%s'>
              <name>%s</name>
              <memory unit='GiB'>1</memory>
              <launchSecurity type='sev'><policy>0x0001</policy></launchSecurity>
            </domain>
            """;

    private static DomainText guest(String type, String name) {
        return DomainText.ofText(XML.formatted(type, name), XmlEncoding.UTF_8);
    }

    private FrameFixture openOne(String type) throws Exception {
        return openFile(Files.writeString(folder.resolve("one.xml"), guest(type, "one").text()));
    }

    private void openAnother() {
        GuiActionRunner.execute(() -> window().guest().open(guest("kvm", "two"), Optional.empty()));
        settle();
    }

    @Test
    void aWrongValueAndItsMessageGoWithTheirGuest() throws Exception {
        FrameFixture frame = openOne("kvm");
        frame.textBox("guest.memory").setText("much");
        frame.textBox("guest.name").focus();

        openAnother();

        assertThat(frame.textBox("guest.memory").text()).isEqualTo("1 GiB");
    }

    @Test
    void aChoiceThatOnlyOneGuestHasGoesWithIt() throws Exception {
        FrameFixture frame = openOne("xen");
        JComboBox<?> type = frame.comboBox("guest.type").target();
        assertThat(onEdt(type::getSelectedItem)).isEqualTo("xen");

        openAnother();

        assertThat(onEdt(type::getItemCount)).isEqualTo(2);
        assertThat(onEdt(type::getSelectedItem)).isEqualTo("kvm");
    }

    @Test
    void whatIsTypedIntoASpinnerIsSaved() throws Exception {
        FrameFixture frame = openOne("kvm");
        showPage(1);
        var spinner = frame.spinner("launchSecurity.apiMajor.number");
        spinner.enterText("40");
        waitUntil("it is typed", () -> window().guest().text().text().contains("0x280001"));
        SwingUtilities.invokeLater(() -> window().actions().run(ActionId.SAVE));
        waitUntil("it is saved", () -> !window().guest().isDirty());
        assertThat(folder.resolve("one.xml")).content().contains("<policy>0x280001</policy>");
    }

    @Test
    void whatIsNotANumberGoesWithItsGuestToo() throws Exception {
        FrameFixture frame = openOne("kvm");
        showPage(1);
        var spinner = frame.spinner("launchSecurity.apiMajor.number");
        spinner.enterText("much");

        frame.textBox("launchSecurity.api.message").requireVisible();
        frame.textBox("launchSecurity.cbitpos").focus();
        assertThat(spinner.text()).isEqualTo("much");

        openAnother();

        assertThat(spinner.text()).isEqualTo("0");
        assertThat(
                        robot()
                                .finder()
                                .findAll(frame.target(), WrappedText.class::isInstance)
                                .stream()
                                .filter(it -> "launchSecurity.api.message".equals(it.getName()))
                                .filter(Component::isShowing))
                .isEmpty();
    }
}
