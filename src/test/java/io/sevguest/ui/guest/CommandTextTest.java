package io.sevguest.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.qemu.command.Origin;
import io.sevguest.qemu.command.QemuCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    private static CommandText text(String name) {
        DomainXml domain =
                (DomainXml)
                        DomainText.ofText(
                                "<domain type='kvm'><name>"
                                        + name
                                        + "</name><memory>1048576</memory><launchSecurity type='sev'>"
                                        + "<policy>0x0003</policy></launchSecurity></domain>",
                                XmlEncoding.UTF_8);
        QemuCommand command = Machine.notAsked().plan(domain, Optional.empty()).command();
        return CommandText.of(command);
    }

    private static List<String> parts(CommandText text, String field) {
        return text.ranges(origin -> origin.fieldId().equals(field)).stream()
                .map(range -> text.text().substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void marksThePartThatComesFromAField() {
        assertThat(parts(text("demo"), "launchSecurity.policy")).containsExactly("policy=0x3");
    }

    @Test
    void marksTheSamePartInQuotes() {
        assertThat(parts(text("it's one"), "guest.name")).containsExactly("guest=it'\\''s one");
    }

    @Test
    void saysWhereACharacterComesFrom() {
        CommandText text = text("demo");
        int policy = text.text().indexOf("policy=") + 2;
        assertThat(text.originAt(policy).map(Origin::xpath))
                .contains("/domain/launchSecurity/policy");
        assertThat(text.originAt(0)).isEmpty();
    }
}
