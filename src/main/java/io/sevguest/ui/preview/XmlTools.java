package io.sevguest.ui.preview;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.XmlFormat;
import io.sevguest.domain.xml.Element;
import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.preview.text.Clipboards;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.ToolRow;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.preview.text.WrapToggle;
import java.util.Optional;
import org.fife.ui.rsyntaxtextarea.folding.Fold;
import org.fife.ui.rsyntaxtextarea.folding.FoldManager;

/** The commands of the XML pane. */
final class XmlTools {
    private final PreviewArea area;
    private final GuestModel guest;
    private final ToolRow row;
    private final WrapToggle wrap;
    private final Texts texts;
    private final EnablementReason canFormat;
    private final EnablementReason canCopyElement;

    XmlTools(PreviewArea area, GuestModel guest, Texts texts, WrapChoices wraps, Runnable saveAs) {
        this.area = area;
        this.guest = guest;
        this.texts = texts;
        row = new ToolRow(texts);
        row.button("preview.copy", () -> Clipboards.copy(guest.text().text()));
        canCopyElement =
                new EnablementReason(
                        row.button("preview.xml.copyLaunchSecurity", this::copyLaunchSecurity));
        row.button("preview.saveAs", saveAs);
        wrap = new WrapToggle(row, area, Preview.XML, wraps);
        canFormat = new EnablementReason(row.button("preview.xml.format", this::format));
        row.button("preview.xml.fold", () -> setFolded(!isFolded()));
        guest.addListener(this::enable);
        enable();
    }

    ToolRow component() {
        return row;
    }

    /** Prepares for a text before it is shown. */
    void fit(String text) {
        wrap.fit(text);
    }

    private void enable() {
        Optional<DomainXml> domain = guest.domain();
        String malformed = texts.get("preview.xml.format.off");
        canFormat.set(domain.isPresent(), malformed);
        canCopyElement.set(
                domain.flatMap(found -> found.at("launchSecurity")).isPresent(),
                domain.isPresent() ? texts.get("preview.xml.copyLaunchSecurity.off") : malformed);
    }

    private void copyLaunchSecurity() {
        guest.domain()
                .flatMap(domain -> domain.at("launchSecurity"))
                .ifPresent(element -> Clipboards.copy(source(element)));
    }

    private String source(Element element) {
        return guest.text().text().substring(element.start(), element.end());
    }

    private void format() {
        guest.endStep();
        guest.edit("preview.xml.format", XmlFormat::format);
        guest.endStep();
    }

    /** Returns whether an element is folded, by the button or by the mark next to its line. */
    private boolean isFolded() {
        FoldManager folds = area.getFoldManager();
        for (int i = 0; i < folds.getFoldCount(); i++) {
            if (folds.getFold(i).isCollapsed() || folds.getFold(i).getCollapsedLineCount() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Folds or unfolds all but the root element. */
    private void setFolded(boolean folded) {
        FoldManager folds = area.getFoldManager();
        folds.reparse();
        for (int i = 0; i < folds.getFoldCount(); i++) {
            Fold root = folds.getFold(i);
            root.setCollapsed(false);
            for (int child = 0; child < root.getChildCount(); child++) {
                root.getChild(child).setCollapsed(folded);
            }
        }
        area.revalidate();
        area.repaint();
    }
}
