package io.sevguest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private record PairDelta(String before, String after) implements Delta<String> {
        @Override
        public String undo(String value) {
            assertThat(value).isEqualTo(after);
            return before;
        }

        @Override
        public String redo(String value) {
            assertThat(value).isEqualTo(before);
            return after;
        }
    }

    private final Document<String> document = new Document<>("a", PairDelta::new);

    private void set(String label, String value) {
        document.edit(label, before -> value);
    }

    @Test
    void whatWasEditedElsewhereIsUnsavedWithNoStepToUndo() {
        var restored = new Document<>("b", "a", PairDelta::new);
        assertThat(restored.isDirty()).isTrue();
        assertThat(restored.undoLabel()).isEmpty();
        restored.undo();
        assertThat(restored.value()).isEqualTo("b");
    }

    @Test
    void aStepIsComparedOnceHoweverManyKeysItTook() {
        List<String> compared = new ArrayList<>();
        var typed =
                new Document<>(
                        "",
                        (String before, String after) -> {
                            compared.add(after);
                            return new PairDelta(before, after);
                        });
        for (int keys = 1; keys <= 100; keys++) {
            String text = "x".repeat(keys);
            typed.edit("name", before -> text);
        }
        assertThat(compared).isEmpty();
        typed.undo();
        assertThat(compared).containsExactly("x".repeat(100));
        assertThat(typed.value()).isEmpty();
        typed.redo();
        assertThat(typed.value()).isEqualTo("x".repeat(100));
    }

    @Test
    void anotherLabelEndsTheStep() {
        set("name", "b");
        set("memory", "c");
        set("memory", "a");
        set("memory", "b");
        assertThat(document.undoLabel()).contains("name");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
        assertThat(document.undoLabel()).isEmpty();
        assertThat(document.redoLabel()).contains("name");
    }

    @Test
    void savingEndsTheStep() {
        set("name", "b");
        document.markSaved("b");
        set("name", "c");
        document.undo();
        assertThat(document.value()).isEqualTo("b");
        assertThat(document.isDirty()).isFalse();
    }

    @Test
    void listenersLearnTheLabelAndBothValues() {
        List<Document.Change<String>> told = new ArrayList<>();
        document.addListener(told::add);
        set("name", "b");
        document.undo();
        document.redo();
        assertThat(told)
                .containsExactly(
                        new Document.Change<>("name", "a", "b"),
                        new Document.Change<>("name", "b", "a"),
                        new Document.Change<>("name", "a", "b"));
    }

    @Test
    void undoesAndRedoesStepByStep() {
        set("x", "b");
        set("y", "c");
        document.undo();
        assertThat(document.value()).isEqualTo("b");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
        document.redo();
        document.redo();
        assertThat(document.value()).isEqualTo("c");
        assertThat(document.redoLabel()).isEmpty();
    }

    @Test
    void editsAnewFromWhereTheStepBegan() {
        document.editAnew("x", start -> start + "b");
        document.editAnew("x", start -> start + "c");
        assertThat(document.value()).isEqualTo("ac");
        document.endStep();
        document.editAnew("x", start -> start + "d");
        assertThat(document.value()).isEqualTo("acd");
        document.editAnew("x", start -> start);
        assertThat(document.value()).isEqualTo("ac");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
        assertThat(document.undoLabel()).isEmpty();
    }

    @Test
    void continuesAStepOfTheSameLabelUntilItEnds() {
        set("x", "b");
        set("x", "bc");
        document.endStep();
        set("x", "bcd");
        document.undo();
        assertThat(document.value()).isEqualTo("bc");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
    }

    @Test
    void aStepThatComesBackToItsStartIsNone() {
        set("x", "b");
        set("x", "a");
        assertThat(document.undoLabel()).isEmpty();
        set("x", "c");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
    }

    @Test
    void aStepThatCameBackLeavesTheOneBeforeItAlone() {
        set("x", "b");
        document.endStep();
        set("x", "c");
        set("x", "b");
        set("x", "d");
        document.undo();
        assertThat(document.value()).isEqualTo("b");
        document.undo();
        assertThat(document.value()).isEqualTo("a");
    }

    @Test
    void anEqualValueIsNoStepAndTellsNobody() {
        List<String> told = new ArrayList<>();
        document.addListener(change -> told.add(change.label()));
        set("x", "a");
        assertThat(told).isEmpty();
        assertThat(document.undoLabel()).isEmpty();
    }

    @Test
    void isDirtyUntilTheValueIsTheSavedOne() {
        set("x", "b");
        assertThat(document.isDirty()).isTrue();
        document.markSaved("b");
        assertThat(document.isDirty()).isFalse();
        document.undo();
        assertThat(document.isDirty()).isTrue();
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        set("x", "b");
        document.undo();
        set("y", "c");
        document.redo();
        assertThat(document.value()).isEqualTo("c");
    }
}
