package io.sevguest.ui.platform;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.certificate.chain.LinkState;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * The line of a link: from the signer down to what it signs, around a corner to a certificate at
 * the side, or a loop if both are the same.
 *
 * @param path from its beginning to its tip
 * @param angle of the tip, in radians clockwise from pointing right
 */
record LinkLine(Path2D path, double angle) {
    private static final int FROM_LEFT = 22;
    private static final int LOOP = 18;
    private static final int HEAD = 7;
    private static final int GAP = 3;

    static LinkLine of(Rectangle signer, Rectangle signed) {
        if (signer.equals(signed)) {
            return loop(signer);
        }
        return signer.x == signed.x ? down(signer, signed) : round(signer, signed);
    }

    private static LinkLine down(Rectangle signer, Rectangle signed) {
        int x = signer.x + UIScale.scale(FROM_LEFT);
        var path = new Path2D.Double();
        path.moveTo(x, signer.getMaxY());
        path.lineTo(x, signed.y - (double) UIScale.scale(GAP));
        return new LinkLine(path, Math.PI / 2);
    }

    private static LinkLine round(Rectangle signer, Rectangle signed) {
        int x = signer.x + UIScale.scale(FROM_LEFT);
        double y = signed.getCenterY();
        int bend = UIScale.scale(10);
        var path = new Path2D.Double();
        path.moveTo(x, signer.getMaxY());
        path.lineTo(x, y - bend);
        path.quadTo(x, y, x - (double) bend, y);
        path.lineTo(signed.getMaxX() + UIScale.scale(GAP), y);
        return new LinkLine(path, Math.PI);
    }

    /**
     * Returns a loop at the side with room: to the right of a node on the left, or else to the
     * left.
     */
    private static LinkLine loop(Rectangle node) {
        boolean right = node.x < node.width;
        double edge = right ? node.getMaxX() : node.x;
        double sign = right ? 1 : -1;
        double out = edge + sign * UIScale.scale(LOOP);
        double top = node.y + node.height * 0.3;
        double bottom = node.y + node.height * 0.7;
        var path = new Path2D.Double();
        path.moveTo(edge, top);
        path.curveTo(out, top, out, bottom, edge + sign * UIScale.scale(GAP), bottom);
        return new LinkLine(path, right ? Math.PI : 0);
    }

    /** Draws the line in the state's color, dashed if the link cannot be verified. */
    void paint(Graphics2D canvas, LinkState state) {
        canvas.setColor(LinkStyle.of(state).color().color());
        float width = UIScale.scale(2f);
        boolean known = state.isGood() || state.isFailed();
        float[] dashes = {UIScale.scale(4f), UIScale.scale(4f)};
        canvas.setStroke(
                known
                        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        canvas.draw(path);
        canvas.fill(head());
    }

    private Path2D head() {
        int size = UIScale.scale(HEAD);
        var head = new Path2D.Double();
        head.moveTo(UIScale.scale(GAP), 0);
        head.lineTo(-size, -size * 0.65);
        head.lineTo(-size, size * 0.65);
        head.closePath();
        var place =
                AffineTransform.getTranslateInstance(
                        path.getCurrentPoint().getX(), path.getCurrentPoint().getY());
        place.rotate(angle);
        head.transform(place);
        return head;
    }
}
