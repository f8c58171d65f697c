package io.sevguest;

import io.sevguest.state.LogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs several command lines in one process while the JVM records the archive of loaded classes for
 * faster starts. The archive then contains the classes of all these commands, and none of the
 * window's. The program itself never uses this class.
 */
public final class TrainingRun {
    private static final String NEXT = "--next";

    private TrainingRun() {}

    /**
     * Runs the command lines separated by {@code --next}, and ignores their exit statuses.
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
