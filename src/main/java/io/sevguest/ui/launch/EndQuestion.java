package io.sevguest.ui.launch;

import io.sevguest.ui.form.Texts;
import java.awt.Component;
import javax.swing.JOptionPane;

/** The question before a window is closed whose guest is still running. */
public final class EndQuestion {
    private final GuestRun run;
    private final Texts texts;

    public EndQuestion(GuestRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    /**
     * Runs something at once if no guest is running, or else when the user has agreed and the guest
     * has ended.
     */
    public void thenClose(Component window, Runnable close) {
        if (!run.state().isAlive()) {
            close.run();
        } else if (isAgreed(window)) {
            run.afterEnd(close);
            run.kill();
        }
    }

    private boolean isAgreed(Component window) {
        String end = texts.get("launch.close.end");
        Object[] answers = {end, texts.get("launch.close.stay")};
        int answer =
                JOptionPane.showOptionDialog(
                        window,
                        texts.get("launch.close.question", run.title()),
                        texts.get("launch.close.title"),
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        answers,
                        answers[1]);
        return answer == 0;
    }
}
