package io.sevguest.ui.guest;

import io.sevguest.domain.BrokenXml;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import io.sevguest.readiness.ReadinessReport;
import io.sevguest.recognition.blob.BlobFindings;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.ui.text.LineChange;
import io.sevguest.ui.text.LineDiff;
import io.sevguest.ui.text.LineEnds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The analysis of a guest's text: pure, and computed off the event thread.
 *
 * @param readiness the results of the rules
 * @param blobs the recognized certificate and session, as far as there are any
 * @param session knowledge about its session
 * @param changes the lines that differ from the text that was opened or saved last
 * @param plan the plan of a launch; empty while the text is malformed
 * @param command the command of that plan as shown
 * @param commandChanges its lines that differ from the command of the saved text
 */
public record GuestAnalysis(
        DomainText text,
        ReadinessReport readiness,
        Map<BlobTarget, RecognizedFile> blobs,
        SessionKnowledge session,
        List<LineChange> changes,
        Optional<LaunchPlan> plan,
        Optional<CommandText> command,
        List<LineChange> commandChanges) {
    public GuestAnalysis {
        blobs = Map.copyOf(blobs);
        changes = List.copyOf(changes);
        commandChanges = List.copyOf(commandChanges);
    }

    /** Returns an analysis before anything was computed. */
    static GuestAnalysis none(DomainText text) {
        return new GuestAnalysis(
                text,
                ReadinessReport.NONE,
                Map.of(),
                SessionKnowledge.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns the analysis of a guest that could not be checked because of an internal error. */
    static GuestAnalysis faulted(DomainText text) {
        return new GuestAnalysis(
                text,
                Readiness.ofFault(),
                Map.of(),
                SessionKnowledge.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * Computes the analysis.
     *
     * @param saved the plan of a launch of the saved text
     * @param recognizer caches the last result, because recognition takes milliseconds
     */
    static GuestAnalysis of(
            AnalysisInputs inputs, SavedPlanCache.CachedPlan saved, BlobFindings recognizer) {
        boolean unchanged = inputs.text() == inputs.saved();
        Optional<LaunchPlan> plan = unchanged ? saved.plan() : plan(inputs, inputs.text());
        Optional<CommandText> command =
                unchanged ? saved.command() : plan.map(made -> CommandText.of(made.command()));
        return new GuestAnalysis(
                inputs.text(),
                readiness(inputs, plan, recognizer),
                blobs(inputs.text(), recognizer),
                inputs.session(),
                LineDiff.between(
                        LineEnds.of(inputs.saved().text()).shown(),
                        LineEnds.of(inputs.text().text()).shown()),
                plan,
                command,
                changes(saved.command(), command));
    }

    private static List<LineChange> changes(
            Optional<CommandText> before, Optional<CommandText> after) {
        return before.isPresent() && after.isPresent()
                ? LineDiff.between(before.get().text(), after.get().text())
                : List.of();
    }

    /** Returns the plan of a launch of a text; empty while the text is malformed. */
    static Optional<LaunchPlan> plan(AnalysisInputs inputs, DomainText text) {
        return text instanceof DomainXml domain
                ? Optional.of(inputs.machine().plan(domain, inputs.path()))
                : Optional.empty();
    }

    private static Map<BlobTarget, RecognizedFile> blobs(DomainText text, BlobFindings recognizer) {
        Map<BlobTarget, RecognizedFile> blobs = new EnumMap<>(BlobTarget.class);
        if (text instanceof DomainXml domain) {
            for (BlobTarget target : BlobTarget.values()) {
                String words = BlobFields.of(target).get().apply(domain);
                if (!words.isEmpty()) {
                    blobs.put(target, recognizer.recognize(words));
                }
            }
        }
        return blobs;
    }

    private static ReadinessReport readiness(
            AnalysisInputs inputs, Optional<LaunchPlan> plan, BlobFindings recognizer) {
        if (inputs.text() instanceof BrokenXml broken) {
            return Readiness.ofMalformed(broken.fault());
        }
        return plan.map(
                        made ->
                                new GuestEvidence(
                                        made.domain(),
                                        inputs.session(),
                                        made.command(),
                                        inputs.machine().asked(),
                                        recognizer))
                .map(Readiness::of)
                .orElse(ReadinessReport.NONE);
    }

    /** Returns the findings about the document and its command, the worst first. */
    public List<Finding> findings() {
        return readiness.findings();
    }

    /** Returns the findings about one field. */
    public List<Finding> findingsOf(String field) {
        return findings().stream().filter(finding -> finding.where().equals(field)).toList();
    }
}
