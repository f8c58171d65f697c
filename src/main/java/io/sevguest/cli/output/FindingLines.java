package io.sevguest.cli.output;

import io.sevguest.domain.Finding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.Severity;
import java.io.PrintWriter;
import java.util.List;

/** Prints findings as messages: severity, file, line, what is so and how to mend it. */
public final class FindingLines {
    private FindingLines() {}

    /** Prints errors and warnings; what is mere information is left out. */
    public static void print(String file, List<Finding> findings, PrintWriter err) {
        for (Finding finding : findings) {
            if (finding.severity() != Severity.INFO) {
                String place = finding.line() == 0 ? file : file + ":" + finding.line();
                var problem = new Problem(finding.message(), place, finding.fix());
                err.println(finding.severity().toText() + ": " + problem.toText());
            }
        }
    }
}
