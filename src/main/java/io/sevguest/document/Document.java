package io.sevguest.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A document whose value is immutable: the current value, undo, redo, and the last saved value. A
 * step keeps its {@link Delta} instead of the value. Must be used from one thread.
 */
public final class Document<T> {
    /** Notified after each change of the value. */
    public interface Listener<T> {
        void changed(Change<T> change);
    }

    /**
     * One change of the value.
     *
     * @param label the edited field or action, by its id
     */
    public record Change<T>(String label, T before, T after) {}

    private record Step<T>(String label, Delta<T> delta) {}

    /**
     * The step that the next edit of the same label continues.
     *
     * @param start the value before the step
     * @param isKept whether the step can be undone; false if its value is back at the start
     */
    private record OpenStep<T>(String label, T start, boolean isKept) {}

    private final Delta.Differ<T> differ;
    private final Deque<Step<T>> undo = new ArrayDeque<>();
    private final Deque<Step<T>> redo = new ArrayDeque<>();
    private final List<Listener<T>> listeners = new ArrayList<>();
    private T value;
    private T saved;
    private Optional<OpenStep<T>> open = Optional.empty();

    public Document(T value, Delta.Differ<T> differ) {
        this(value, value, differ);
    }

    /**
     * Creates a document that was edited elsewhere, without a step to undo. It is unsaved if the
     * two values differ.
     */
    public Document(T value, T saved, Delta.Differ<T> differ) {
        this.value = value;
        this.saved = saved;
        this.differ = differ;
    }

    public T value() {
        return value;
    }

    /** Returns the value that was last opened or saved. */
    public T saved() {
        return saved;
    }

    public boolean isDirty() {
        return !value.equals(saved);
    }

    public void addListener(Listener<T> listener) {
        listeners.add(listener);
    }

    /**
     * Edits the value. An equal value is not a step, and the same label continues the open step.
     */
    public void edit(String label, UnaryOperator<T> change) {
        step(label, continued(label), change.apply(value));
    }

    /**
     * Edits the value at the start of the open step with this label, discarding the earlier edits
     * of the step. Typing a text therefore has the same result as setting it at once, regardless of
     * the intermediate texts.
     */
    public void editAnew(String label, UnaryOperator<T> change) {
        Optional<OpenStep<T>> step = continued(label);
        step(label, step, change.apply(step.map(OpenStep::start).orElse(value)));
    }

    private Optional<OpenStep<T>> continued(String label) {
        return open.filter(step -> step.label().equals(label));
    }

    private void step(String label, Optional<OpenStep<T>> continued, T after) {
        if (after.equals(value)) {
            return;
        }
        if (continued.isEmpty()) {
            endStep();
        }
        redo.clear();
        T start = continued.map(OpenStep::start).orElse(value);
        open = Optional.of(new OpenStep<>(label, start, !start.equals(after)));
        become(label, after);
    }

    /**
     * Ends the open step, so that the next edit is a separate step even with the same label. The
     * difference is computed here, once for all edits of the step.
     */
    public void endStep() {
        open.filter(OpenStep::isKept)
                .map(step -> new Step<>(step.label(), differ.between(step.start(), value)))
                .ifPresent(undo::push);
        open = Optional.empty();
    }

    public Optional<String> undoLabel() {
        return open.filter(OpenStep::isKept)
                .map(OpenStep::label)
                .or(() -> Optional.ofNullable(undo.peek()).map(Step::label));
    }

    public Optional<String> redoLabel() {
        return Optional.ofNullable(redo.peek()).map(Step::label);
    }

    /** Undoes one step, if there is one. */
    public void undo() {
        if (undoLabel().isEmpty()) {
            return;
        }
        endStep();
        Step<T> step = undo.pop();
        redo.push(step);
        become(step.label(), step.delta().undo(value));
    }

    /** Redoes one step, if there is one. */
    public void redo() {
        if (redo.isEmpty()) {
            return;
        }
        endStep();
        Step<T> step = redo.pop();
        undo.push(step);
        become(step.label(), step.delta().redo(value));
    }

    /** Records a value as saved. The current value may have changed while it was being written. */
    public void markSaved(T written) {
        endStep();
        saved = written;
        tell(new Change<>("saved", value, value));
    }

    private void become(String label, T after) {
        T before = value;
        value = after;
        tell(new Change<>(label, before, after));
    }

    private void tell(Change<T> change) {
        for (Listener<T> listener : List.copyOf(listeners)) {
            listener.changed(change);
        }
    }
}
