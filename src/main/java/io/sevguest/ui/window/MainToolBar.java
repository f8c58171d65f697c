package io.sevguest.ui.window;

import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingLayout;
import javax.swing.JLabel;
import javax.swing.JToolBar;
import javax.swing.SwingConstants;

/**
 * The bar of commands at the top, in several lines if the window is narrow, with a description of
 * this machine at the right.
 */
final class MainToolBar {
    private final JToolBar component = new JToolBar();
    private final JLabel host = new JLabel();

    MainToolBar(Actions actions, Texts texts) {
        component.setName("tools");
        component.setFloatable(false);
        component.getAccessibleContext().setAccessibleName(texts.get("window.tools"));
        component.add(actions.toolButton(ActionId.NEW, false));
        component.add(actions.toolButton(ActionId.OPEN, false));
        component.add(actions.toolButton(ActionId.SAVE, false));
        component.addSeparator();
        component.add(actions.toolButton(ActionId.UNDO, false));
        component.add(actions.toolButton(ActionId.REDO, false));
        component.addSeparator();
        component.add(actions.toolButton(ActionId.IMPORT, true));
        component.add(actions.toolButton(ActionId.CHECK, true));
        component.addSeparator();
        component.add(actions.toolButton(ActionId.LAUNCH, true));
        component.add(actions.toolButton(ActionId.STOP, false));
        component.addSeparator();
        component.add(actions.toolButton(ActionId.FIND_SETTING, true));
        host.setName("host");
        host.setHorizontalAlignment(SwingConstants.TRAILING);
        component.add(host);
        component.setLayout(new WrappingLayout(0, host));
    }

    JToolBar component() {
        return component;
    }

    /** Shows the description of this machine. */
    void showHost(String words) {
        host.setText(words);
        host.setToolTipText(words); // a narrow window truncates the text
    }
}
