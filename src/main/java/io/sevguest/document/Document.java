package io.sevguest.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One immutable value that is edited: current, undo, redo, and what was saved last. A step keeps
 * its {@link Delta}, not the value. Used from one thread.
 */
public final class Document<T> {
    /** Told after each change of the value. */
    public interface Listener<T> {
        void changed(Change<T> change);
    }

    /**
     * One change of the value.
     *
     * @param label what was edited: a field's id or an action's
     */
    public record Change<T>(String label, T before, T after) {}

    private record Step<T>(String label, Delta<T> delta) {}

    /**
     * The step that the next edit of the same label continues.
     *
     * @param start the value before it
     * @param isKept whether it becomes a step to undo; one that came back to its start does not
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
     * A document that was edited elsewhere: unsaved where it is not what was saved, with no step to
     * undo.
     */
    public Document(T value, T saved, Delta.Differ<T> differ) {
        this.value = value;
        this.saved = saved;
        this.differ = differ;
    }

    public T value() {
        return value;
    }

    /** The value as it was opened or saved last. */
    public T saved() {
        return saved;
    }

    public boolean isDirty() {
        return !value.equals(saved);
    }

    public void addListener(Listener<T> listener) {
        listeners.add(listener);
    }

    /** Edits the value; an equal value is no step, and the same label continues the open step. */
    public void edit(String label, UnaryOperator<T> change) {
        step(label, continued(label), change.apply(value));
    }

    /**
     * Edits the value as it was when the open step of this label began: what the step did before is
     * taken back. So typing a text gives what setting the whole text at once gives, whatever stood
     * in the field on the way.
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
     * Ends the open step: the next edit is a step of its own even under the same label. Only now is
     * its difference computed, once, however many edits it took.
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

    /** Goes one step back; without one nothing happens. */
    public void undo() {
        if (undoLabel().isEmpty()) {
            return;
        }
        endStep();
        Step<T> step = undo.pop();
        redo.push(step);
        become(step.label(), step.delta().undo(value));
    }

    /** Goes one step forth again; without one nothing happens. */
    public void redo() {
        if (redo.isEmpty()) {
            return;
        }
        endStep();
        Step<T> step = redo.pop();
        undo.push(step);
        become(step.label(), step.delta().redo(value));
    }

    /**
     * Remembers a value as what is on disk; the current one may have moved on while it was written.
     */
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
