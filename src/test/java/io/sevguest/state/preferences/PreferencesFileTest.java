package io.sevguest.state.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.EpycGeneration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir private Path temporary;
    private Path folder;
    private PreferencesFile file;

    @BeforeEach
    void chooseFolder() {
        folder = temporary.resolve("config/sevguest");
        file = new PreferencesFile(folder);
    }

    @Test
    void readingMakesNothing() throws Exception {
        assertThat(file.read()).isEqualTo(Preferences.DEFAULT);
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var window =
                new WindowState(
                        Optional.of(new WindowState.Place(-5, 7, 1280, 800)),
                        true,
                        Map.of("preview", 0.4),
                        Set.of("preview"),
                        "guest");
        Preferences chosen =
                file.update(
                        before ->
                                before.withTheme(ThemeChoice.DARK)
                                        .withZoomPercent(150)
                                        .withWrapped(Set.of(Preview.XML, Preview.CHANGES))
                                        .withPlatform(EpycGeneration.ROME)
                                        .withWindow(window)
                                        .withRecentFiles(
                                                RecentFiles.NONE.with(Path.of("/g/ä ö.xml"))));
        assertThat(new PreferencesFile(folder).read()).isEqualTo(chosen);
        assertThat(chosen.window()).isEqualTo(window);
        assertThat(mode(folder.resolve("preferences.json"))).isEqualTo("rw-------");
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keysOfOtherVersionsStay() throws Exception {
        file.update(before -> before);
        Path json = folder.resolve("preferences.json");
        Files.writeString(json, "{\"zoomPercent\": 120, \"later\": {\"a\": [1]}, \"theme\": 7}");
        assertThat(file.update(before -> before.withTheme(ThemeChoice.LIGHT)).zoomPercent())
                .isEqualTo(120);
        assertThat(Files.readString(json)).contains("\"later\"", "\"theme\" : \"light\"");
    }

    @Test
    void aFileThatIsNoJsonIsToldAndKept() throws Exception {
        file.update(before -> before);
        Path json = folder.resolve("preferences.json");
        for (String wrong : List.of("{", "[]", "")) {
            Files.writeString(json, wrong);
            assertThatThrownBy(() -> file.update(before -> before))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("preferences cannot be read");
            assertThat(json).hasContent(wrong);
        }
    }

    @Test
    void twoWindowsDoNotUndoEachOthersChanges() throws Exception {
        int changes = 40;
        ExecutorService windows = Executors.newFixedThreadPool(4);
        List<Callable<Preferences>> work =
                IntStream.range(0, changes)
                        .<Callable<Preferences>>mapToObj(
                                i ->
                                        () ->
                                                new PreferencesFile(folder)
                                                        .update(
                                                                before ->
                                                                        before.withZoomPercent(
                                                                                before.zoomPercent()
                                                                                        + 1)))
                        .toList();
        for (Future<Preferences> done : windows.invokeAll(work)) {
            done.get();
        }
        windows.shutdown();
        assertThat(file.read().zoomPercent()).isEqualTo(100 + changes);
    }

    @Test
    void recentFilesAreTenAndNewestFirst() {
        RecentFiles recent = RecentFiles.NONE;
        for (int i = 0; i < 12; i++) {
            recent = recent.with(Path.of("/g/" + i + ".xml"));
        }
        recent = recent.with(Path.of("/g/./5.xml"));
        assertThat(recent.names()).hasSize(10).startsWith("/g/5.xml", "/g/11.xml");
        assertThat(recent.without(Path.of("/g/5.xml")).paths()).hasSize(9);
    }
}
