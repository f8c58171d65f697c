package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.BlobFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The view of one blob: a description, its fields, its bytes, and the actions for it. */
final class BlobSlot {
    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 1, hidemode 3, gapy 4", "[grow,fill]"));
    private final BlobTarget target;
    private final Texts texts;
    private final WrappedText summary = new WrappedText("");
    private final FieldTable fields;
    private final HexView hex = new HexView();
    private final List<EnablementReason> needContent;
    private final BlobActions actions;
    private final JButton importNamed;
    private Optional<RecognizedFile> shown = Optional.empty();
    private Optional<String> named = Optional.empty();
    private Optional<Path> offered = Optional.empty();

    BlobSlot(BlobTarget target, BlobActions actions, Texts texts) {
        this.target = target;
        this.actions = actions;
        this.texts = texts;
        fields = new FieldTable(texts);
        summary.putClientProperty(FlatClientProperties.STYLE_CLASS, "semibold");
        summary.setName("certificate." + target.element() + ".summary");
        JButton binary = button("exportBinary", () -> actions.exportBinary(target));
        JButton base64 = button("exportBase64", () -> actions.exportBase64(target));
        JButton clear = button("clear", () -> actions.clear(target));
        needContent = Stream.of(binary, base64, clear).map(EnablementReason::new).toList();
        var buttons = new WrappingRow();
        buttons.add(button("import", () -> actions.importInto(target)));
        Stream.of(binary, base64, clear).forEach(buttons::add);
        importNamed = new JButton();
        importNamed.setName("certificate.importNamed." + target.element());
        importNamed.addActionListener(
                event -> offered.ifPresent(file -> actions.importInto(target, file)));
        importNamed.setVisible(false);
        buttons.add(importNamed);
        component.add(summary, "wmin 40");
        component.add(fields.component(), "wmin 40");
        component.add(hex.component(), "wmin 40");
        component.add(buttons);
        fields.component().setVisible(false);
        hex.component().setVisible(false);
        summary.setText(texts.get("certificate.none." + target.element()));
    }

    private JButton button(String what, Runnable handler) {
        var button = new JButton();
        texts.caption("certificate." + what + "." + target.element()).show(button);
        button.setName("certificate." + what + "." + target.element());
        button.addActionListener(event -> handler.run());
        return button;
    }

    JPanel component() {
        return component;
    }

    /** Enables the buttons that need content. */
    void fill(DomainXml domain) {
        boolean empty = BlobFields.of(target).get().apply(domain).isEmpty();
        String whyNot = texts.get("certificate.empty." + target.element());
        needContent.forEach(button -> button.set(!empty, whyNot));
    }

    /**
     * Offers to import the file that the element names instead of containing its content, if the
     * file exists.
     */
    void showNamed(Optional<String> name) {
        if (name.equals(named)) {
            return;
        }
        named = name;
        offered = Optional.empty();
        importNamed.setVisible(false);
        name.ifPresent(wanted -> actions.find(wanted, file -> offer(wanted, file)));
    }

    private void offer(String wanted, Path file) {
        if (named.equals(Optional.of(wanted))) {
            offered = Optional.of(file);
            importNamed.setText(texts.get("certificate.importNamed", file.getFileName()));
            importNamed.setToolTipText(texts.get("certificate.importNamed.tip", file));
            importNamed.setVisible(true);
        }
    }

    /** Shows the recognized content, if there is any. */
    void show(Optional<RecognizedFile> content) {
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        fields.component().setVisible(content.isPresent());
        hex.component().setVisible(content.isPresent());
        content.ifPresent(fields::show);
        content.ifPresent(hex::show);
        summary.setText(
                content.map(found -> found.content().summary())
                        .orElse(texts.get("certificate.none." + target.element())));
    }
}
