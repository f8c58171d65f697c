package io.sevguest.ui.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.recognition.session.SessionKnowledge;
import java.nio.file.Path;
import java.util.Optional;

/** The inputs of the analysis. */
public record AnalysisInputs(
        DomainText text,
        DomainText saved,
        Optional<Path> path,
        Machine machine,
        SessionKnowledge session) {}
