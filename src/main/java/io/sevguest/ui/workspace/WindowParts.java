package io.sevguest.ui.workspace;

import io.sevguest.domain.DomainText;
import io.sevguest.state.session.SessionBook;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.AnalysisInputs;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.guest.PlatformModel;
import io.sevguest.ui.guest.SessionModel;
import io.sevguest.ui.launch.GuestRun;
import io.sevguest.ui.task.Tasks;

/** The parts that one window shares; each component gets only the ones it needs. */
public record WindowParts(
        Texts texts,
        Actions actions,
        Tasks tasks,
        GuestModel guest,
        MachineModel machine,
        PlatformModel platform,
        SessionModel session,
        GuestRun run,
        AnalysisRunner derivation,
        FieldFocus focus) {
    /**
     * Creates the parts of a window for a guest.
     *
     * @param book the book of sessions
     */
    public static WindowParts of(DomainText text, SessionBook book, Tasks tasks) {
        var texts = Texts.load();
        var guest = new GuestModel(text);
        var machine = new MachineModel();
        var session = new SessionModel(guest, tasks, book);
        var derivation =
                new AnalysisRunner(
                        () ->
                                new AnalysisInputs(
                                        guest.text(),
                                        guest.saved(),
                                        guest.path(),
                                        machine.machine(),
                                        session.knowledge()));
        guest.addListener(derivation::update);
        machine.addListener(derivation::update);
        session.onChange(derivation::update);
        return new WindowParts(
                texts,
                new Actions(texts),
                tasks,
                guest,
                machine,
                new PlatformModel(),
                session,
                new GuestRun(tasks),
                derivation,
                new FieldFocus());
    }
}
