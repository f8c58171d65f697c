package io.sevguest.cli;

import io.sevguest.measurement.CpuSignature;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Family, model and stepping of a processor as options tell them.
 *
 * @param names of the three options, for messages
 */
record ProcessorNumbers(
        String names,
        Optional<Integer> family,
        Optional<Integer> model,
        Optional<Integer> stepping) {
    /** Whether any of them is given. */
    boolean areGiven() {
        return Stream.of(family, model, stepping).anyMatch(Optional::isPresent);
    }

    /**
     * The processor.
     *
     * @throws ProblemException if a number is missing or too large
     */
    CpuSignature required() throws ProblemException {
        if (family.isEmpty() || model.isEmpty() || stepping.isEmpty()) {
            throw refused("A processor is told by all of " + names + ".");
        }
        try {
            return new CpuSignature(family.get(), model.get(), stepping.get());
        } catch (IllegalArgumentException outOfRange) {
            throw refused("There is no such processor: " + outOfRange.getMessage() + ".");
        }
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                Problem.of(what).withFix("lscpu on the host tells family, model and stepping."));
    }
}
