package io.sevguest;

import io.sevguest.state.LogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs several command lines one after another in one process, for the archive of loaded classes
 * that commands start from: what one of them uses is then in it, and no window's class is. The
 * program itself never runs it.
 */
public final class TrainingRun {
    private static final String NEXT = "--next";

    private TrainingRun() {}

    /**
     * Runs the command lines that {@code --next} separates; how each ends does not matter.
     *
     * @param arguments all their words
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        LogFile.install();
        List<String> line = new ArrayList<>();
        for (String word : arguments) {
            if (word.equals(NEXT)) {
                App.answer(line);
                line.clear();
            } else {
                line.add(word);
            }
        }
        App.answer(line);
    }
}
