package io.sevguest.ui.platform;

import com.formdev.flatlaf.ui.FlatUIUtils;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.LinkState;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.ui.form.Texts;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A chain from its root down to the PDH, with the owner's CA at the side: a button for each
 * certificate, and lines that point from the signer to the signed certificate.
 */
final class ChainPicture extends JPanel {
    private static final String BESIDE_LINE = "gapleft 44lp, wmin 40, aligny center, hmin 40lp";

    private final transient Texts texts;
    private final transient Consumer<KeyUsage> opened;
    private final transient Map<KeyUsage, CertificateNode> nodes = new EnumMap<>(KeyUsage.class);
    private final transient Map<Link, LinkLabel> labels = new EnumMap<>(Link.class);
    private transient Map<Link, LinkState> states = Map.of();
    private final ButtonGroup group = new ButtonGroup();

    /**
     * Creates an empty picture.
     *
     * @param opened called with the certificate whose fields are to be shown
     */
    ChainPicture(Texts texts, Consumer<KeyUsage> opened) {
        super(
                new MigLayout(
                        "insets 0, wrap 2, gapy 0, hidemode 3",
                        "[55%,grow,fill]30lp[45%,grow,fill]"));
        this.texts = texts;
        this.opened = opened;
        setOpaque(false);
        setName("platform.chain");
        add(node(KeyUsage.ARK), "wmin 40");
        add(label(Link.ARK_SELF), "wmin 40");
        add(label(Link.ARK_ASK), BESIDE_LINE + ", wrap");
        add(node(KeyUsage.ASK), "wmin 40, wrap");
        add(label(Link.ASK_CEK), BESIDE_LINE);
        add(label(Link.OCA_SELF), "wmin 40, aligny bottom");
        add(node(KeyUsage.CEK), "wmin 40");
        add(node(KeyUsage.OCA), "wmin 40");
        add(label(Link.CEK_PEK), BESIDE_LINE);
        add(label(Link.OCA_PEK), BESIDE_LINE);
        add(node(KeyUsage.PEK), "wmin 40, wrap");
        add(label(Link.PEK_PDH), BESIDE_LINE + ", wrap");
        add(node(KeyUsage.PDH), "wmin 40");
    }

    private CertificateNode node(KeyUsage usage) {
        var node = new CertificateNode(usage);
        node.addActionListener(event -> opened.accept(usage));
        group.add(node);
        nodes.put(usage, node);
        return node;
    }

    private LinkLabel label(Link link) {
        var label = new LinkLabel(link, texts);
        labels.put(link, label);
        return label;
    }

    void show(PlatformCertificates certificates, ChainVerdict verdict) {
        states = verdict.links();
        states.forEach((link, state) -> labels.get(link).show(state));
        nodes.forEach(
                (usage, node) ->
                        node.show(
                                new CertificateText(texts).of(certificates, verdict, usage),
                                LinkStyle.of(worst(usage))));
        revalidate();
        repaint();
    }

    /** Marks the certificate whose fields are shown. */
    void select(KeyUsage usage) {
        nodes.get(usage).setSelected(true);
    }

    private LinkState worst(KeyUsage usage) {
        List<LinkState> ending =
                states.entrySet().stream()
                        .filter(link -> link.getKey().signed() == usage)
                        .map(Map.Entry::getValue)
                        .toList();
        return ending.stream()
                .filter(LinkState::isFailed)
                .findFirst()
                .or(() -> ending.stream().filter(state -> !state.isGood()).findFirst())
                .orElse(ending.get(0));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        var canvas = (Graphics2D) graphics.create();
        FlatUIUtils.setRenderingHints(canvas);
        states.forEach(
                (link, state) ->
                        LinkLine.of(
                                        nodes.get(link.signer()).getBounds(),
                                        nodes.get(link.signed()).getBounds())
                                .paint(canvas, state));
        canvas.dispose();
    }
}
