package io.sevguest.ui.platform;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.SuppliedCertificate;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.OpenedPlatform;
import io.sevguest.ui.page.FieldTable;
import io.sevguest.ui.page.HexView;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The fields and bytes of one certificate of a chain. */
final class CertificateDetails {
    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 1, hidemode 3, gapy 4", "[grow,fill]"));
    private final Texts texts;
    private final WrappedText summary = new WrappedText("");
    private final WrappedText remarks = new WrappedText("");
    private final FieldTable fields;
    private final HexView hex = new HexView();

    CertificateDetails(Texts texts) {
        this.texts = texts;
        fields = new FieldTable(texts);
        summary.setName("platform.details");
        summary.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        remarks.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.warning");
        component.add(summary, "wmin 40");
        component.add(remarks, "wmin 40");
        component.add(fields.component(), "wmin 40");
        component.add(hex.component(), "wmin 40");
    }

    JPanel component() {
        return component;
    }

    void show(OpenedPlatform platform, KeyUsage usage) {
        Optional<RecognizedFile> found = Optional.ofNullable(platform.contents().get(usage));
        fields.component().setVisible(found.isPresent());
        hex.component().setVisible(found.isPresent());
        found.ifPresent(fields::show);
        found.ifPresent(hex::show);
        summary.setText(
                found.map(content -> content.content().summary())
                        .orElseGet(() -> usage + ", " + usage.words()));
        String remark =
                found.map(CertificateDetails::defects)
                        .orElseGet(() -> absence(platform.verdict(), platform, usage));
        remarks.setText(remark);
        remarks.setVisible(!remark.isEmpty());
        component.revalidate();
    }

    private static String defects(RecognizedFile content) {
        return String.join("\n", content.defects().stream().map(defect -> defect.what()).toList());
    }

    private String absence(ChainVerdict verdict, OpenedPlatform platform, KeyUsage usage) {
        if (platform.files().certificates().given(usage)
                instanceof SuppliedCertificate.Broken broken) {
            return broken.why();
        }
        return CertificateText.isBuiltIn(verdict, usage)
                ? texts.get("platform.details.builtIn")
                : texts.get("platform.details.missing");
    }
}
