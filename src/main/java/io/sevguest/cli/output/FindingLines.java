package io.sevguest.cli.output;

import io.sevguest.domain.Finding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.Severity;
import java.io.PrintWriter;
import java.util.List;

/** Prints findings as messages with severity, file, line, description and fix. */
public final class FindingLines {
    private FindingLines() {}

    /** Prints the errors and warnings, but no findings of severity info. */
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
