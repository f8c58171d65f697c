package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.PolicyConsequence;
import io.sevguest.policy.PolicyContradiction;
import io.sevguest.ui.form.WrappedText;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The consequences of the policy, one sentence per line, contradictions last. */
final class Consequences {
    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 1, gapy 3", "[grow,fill]"));
    private List<String> shown = List.of();

    Consequences() {
        component.setName("launchSecurity.consequences");
    }

    JPanel component() {
        return component;
    }

    void fill(DomainXml domain) {
        List<String> sentences = new ArrayList<>();
        LaunchSecurityFields.POLICY
                .get()
                .apply(domain)
                .ifPresent(
                        policy -> {
                            PolicyConsequence.of(policy)
                                    .forEach(one -> sentences.add(one.sentence()));
                            PolicyContradiction.of(policy)
                                    .forEach(one -> sentences.add(one.sentence()));
                        });
        if (!sentences.equals(shown)) {
            shown = sentences;
            show();
        }
    }

    private void show() {
        component.removeAll();
        for (String sentence : shown) {
            var words = new WrappedText("•  " + sentence);
            words.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
            component.add(words, "wmin 40");
        }
        component.revalidate();
        component.repaint();
    }
}
