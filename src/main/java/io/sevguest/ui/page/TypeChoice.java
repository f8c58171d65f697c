package io.sevguest.ui.page;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.GuestModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** None, SEV or SEV-ES, as radio buttons; another kind selects none of them. */
final class TypeChoice {
    private static final List<LaunchSecurityType> OFFERED =
            List.of(LaunchSecurityType.NONE, LaunchSecurityType.SEV, LaunchSecurityType.SEV_ES);

    private final JPanel component = new WrappingRow();
    private final ButtonGroup group = new ButtonGroup();
    private final Map<LaunchSecurityType, JRadioButton> buttons =
            new EnumMap<>(LaunchSecurityType.class);

    TypeChoice(GuestModel guest, Texts texts) {
        for (LaunchSecurityType type : OFFERED) {
            var button = new JRadioButton();
            String key = LaunchSecurityFields.TYPE.id() + "." + type;
            texts.caption(key).show(button);
            button.setName(key);
            button.addActionListener(
                    event ->
                            guest.edit(
                                    LaunchSecurityFields.TYPE.id(),
                                    domain ->
                                            LaunchSecurityFields.TYPE.with().apply(domain, type)));
            group.add(button);
            buttons.put(type, button);
            component.add(button);
        }
    }

    JPanel component() {
        return component;
    }

    void fill(DomainXml domain) {
        LaunchSecurityType type = LaunchSecurityFields.TYPE.get().apply(domain);
        group.clearSelection();
        if (buttons.containsKey(type)) {
            buttons.get(type).setSelected(true);
        }
    }
}
