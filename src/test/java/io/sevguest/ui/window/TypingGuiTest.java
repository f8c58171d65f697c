package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that typing changes a guest, but not the rest of an element. */
class TypingGuiTest extends WindowGuiTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>typed</name>
              <memory unit='GiB' dumpCore='off'>2</memory>
              <vcpu placement='static' cpuset='0-3'>1</vcpu>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>0x0003</policy>
              </launchSecurity>
            </domain>
            """;

    private FrameFixture frame;

    @BeforeEach
    void open() throws ProblemException, IOException {
        Path file = Files.writeString(folder.resolve("typed.xml"), XML);
        frame = openFile(file);
    }

    private void type(String field, String words) {
        JTextComponentFixture box = frame.textBox(field).focus();
        control(KeyEvent.VK_A);
        robot().pressAndReleaseKeys(KeyEvent.VK_BACK_SPACE);
        box.enterText(words);
    }

    @Test
    void attributesOfAnElementThatIsEmptiedOnTheWayStay() {
        type("guest.vcpus", "12");
        assertThat(words()).isEqualTo(XML.replace(">1</vcpu>", ">12</vcpu>"));
        control(KeyEvent.VK_Z);
        assertThat(words()).isEqualTo(XML);
    }

    @Test
    void noPieceOfWhatIsNoValueStays() {
        type("guest.memory", "12 TiBB");
        assertThat(words()).isEqualTo(XML);
        showPage(1);
        type("launchSecurity.policy.hex", "0x123456789");
        assertThat(words()).isEqualTo(XML);
    }

    @Test
    void deleteRemovesTheDeviceThatIsChosen() {
        showPage(5);
        frame.button("devices.addInterface").click();
        assertThat(words()).contains("<interface type='user'");
        frame.table("devices.table.rows").focus().selectRows(0);
        robot().pressAndReleaseKeys(KeyEvent.VK_DELETE);
        assertThat(words()).doesNotContain("<interface");
    }

    @Test
    void theRightButtonCopiesAndPastes() {
        frame.textBox("guest.name").rightClick();
        frame.menuItem("text.selectAll").requireEnabled().click();
        frame.textBox("guest.name").rightClick();
        frame.menuItem("text.copy").requireEnabled().click();
        frame.textBox("guest.title").rightClick();
        frame.menuItem("text.copy").requireDisabled();
        frame.menuItem("text.paste").click();
        frame.textBox("guest.title").requireText("typed");
    }

    private String words() {
        robot().waitForIdle();
        assertThat(text()).isInstanceOf(DomainXml.class);
        return text().text();
    }
}
