package io.sevguest.ui.platform;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.Root;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.OpenedPlatform;
import io.sevguest.ui.guest.PlatformModel;
import io.sevguest.ui.page.Page;
import io.sevguest.ui.theme.Icons;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The page for the platform of a guest: the verdict on its chain, the chain as a picture, and the
 * fields of each certificate.
 */
public final class PlatformPage implements Page {
    private final JPanel component =
            new JPanel(new MigLayout("insets 14 18 18 18, wrap 1, hidemode 3", "[grow,fill]"));
    private final PlatformModel model;
    private final Texts texts;
    private final JLabel icon = new JLabel();
    private final WrappedText verdict = new WrappedText("");
    private final WrappedText source = new WrappedText("");
    private final ChainPicture picture;
    private final CertificateDetails details;
    private final JButton saveAsOne;
    private final JButton split;
    private final JButton trust;
    private final JButton close;
    private KeyUsage shown = KeyUsage.PDH;

    public PlatformPage(PlatformModel model, PlatformActions actions, Texts texts) {
        this.model = model;
        this.texts = texts;
        picture = new ChainPicture(texts, this::open);
        details = new CertificateDetails(texts);
        saveAsOne = button("saveAsOne", actions::saveAsOne);
        split = button("split", actions::split);
        trust = button("trust", actions::trustRoot);
        close = button("close", actions::close);
        verdict.setName("platform.verdict");
        source.setName("platform.source");
        lay(button("open", actions::open), button("paste", actions::paste));
        model.addListener(this::fill);
        fill();
    }

    private JButton button(String what, Runnable handler) {
        var button = new JButton();
        texts.caption("platform." + what).show(button);
        button.setName("platform." + what);
        button.setToolTipText(texts.get("platform." + what + ".tip"));
        button.addActionListener(event -> handler.run());
        return button;
    }

    private void lay(JButton open, JButton paste) {
        var banner =
                new JPanel(new MigLayout("insets 0, wrap 2, gapy 2, hidemode 3", "[]0[grow,fill]"));
        banner.setOpaque(false);
        verdict.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        source.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        banner.add(icon, "cell 0 0, aligny top, gaptop 3, gapright 10");
        banner.add(verdict, "cell 1 0, wmin 40");
        banner.add(source, "cell 1 1, wmin 40");
        component.add(banner, "wmin 40");
        var buttons = new WrappingRow();
        Stream.of(open, paste, trust, saveAsOne, split, close).forEach(buttons::add);
        component.add(buttons, "gaptop rel");
        component.add(picture, "wmin 40, gaptop unrel");
        component.add(details.component(), "wmin 40, gaptop 18");
    }

    private void fill() {
        boolean there = model.platform().isPresent();
        Stream.of(picture, details.component(), saveAsOne, split, close, icon)
                .forEach(part -> part.setVisible(there));
        trust.setVisible(there && canBeTrusted(model.platform().orElseThrow()));
        if (there) {
            fill(model.platform().get());
        } else {
            verdict.setText(texts.get("platform.none"));
            source.setText(texts.get("platform.none.how"));
        }
        component.revalidate();
        component.repaint();
    }

    private void fill(OpenedPlatform platform) {
        ChainVerdict found = platform.verdict();
        PlatformCertificates certificates = platform.files().certificates();
        icon.setIcon((found.valid() ? Icons.FINDING_GOOD : bad(found)).icon());
        verdict.setText(found.sentence());
        source.setText(String.join("\n", words(platform)));
        picture.show(certificates, found);
        open(shown);
    }

    private static Icons bad(ChainVerdict verdict) {
        boolean unknown = verdict.failing().isEmpty() && verdict.root().isPresent();
        return unknown ? Icons.FINDING_WARNING : Icons.FINDING_ERROR;
    }

    private List<String> words(OpenedPlatform platform) {
        String root =
                platform.verdict()
                        .root()
                        .map(PlatformPage::fingerprint)
                        .map(print -> texts.get("platform.root", print))
                        .orElse(texts.get("platform.root.none"));
        return Stream.concat(
                        Stream.of(platform.name(), root), platform.files().allRemarks().stream())
                .toList();
    }

    private static String fingerprint(Root root) {
        String sha256 = root.ark().modulusSha256().toHex();
        return root.isOwn() ? root.words() : root.words() + ", SHA-256 " + sha256;
    }

    /** Returns whether there is a self-signed root that is not known. */
    private static boolean canBeTrusted(OpenedPlatform platform) {
        return platform.verdict().root().isEmpty()
                && platform.files().certificates().ark().isPresent()
                && platform.verdict().state(Link.ARK_SELF).isGood();
    }

    private void open(KeyUsage usage) {
        shown = usage;
        picture.select(usage);
        model.platform().ifPresent(platform -> details.show(platform, usage));
    }

    @Override
    public JComponent component() {
        return component;
    }
}
