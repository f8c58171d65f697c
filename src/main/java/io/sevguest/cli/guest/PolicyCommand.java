package io.sevguest.cli.guest;

import io.sevguest.cli.option.SevPolicyConverter;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.policy.PolicyConsequence;
import io.sevguest.policy.PolicyContradiction;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy}, which explains a policy value or computes it from named bits. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Explain an SEV policy, or compute it from the names of its bits.")
public final class PolicyCommand implements Callable<Integer> {
    private static final String SEV = "sev";

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** The policy as a value or as names of bits. */
    static final class Source {
        @Parameters(
                paramLabel = "VALUE",
                description = "The policy, in decimal or in hexadecimal with 0x.",
                converter = SevPolicyConverter.class)
        private SevPolicy value;

        @Option(
                names = "--set",
                paramLabel = "NAMES",
                description =
                        "The bits to set, separated by commas: nodbg, noks, es, nosend, domain,"
                                + " sev.")
        private String names;
    }

    @Option(
            names = "--api-min",
            paramLabel = "MAJOR.MINOR",
            defaultValue = "",
            description =
                    "The oldest version of the firmware API that may run the guest, such as 1.40.")
    private String apiMin;

    @Option(
            names = "--type",
            paramLabel = SEV,
            defaultValue = SEV,
            description =
                    "The type of the policy (default: ${DEFAULT-VALUE}). Only sev, which is for SEV"
                            + " and SEV-ES, is supported.")
    private String type;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        if (!type.equals(SEV)) {
            throw new ProblemException(
                    new Problem(
                            "Policies of type \"" + type + "\" are not supported.",
                            "",
                            "Remove --type. The policy of SEV and SEV-ES has the type sev."));
        }
        SevPolicy policy = source.value == null ? SevPolicy.parseNames(source.names) : source.value;
        if (!apiMin.isEmpty()) {
            policy = policy.withApi(apiMin);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(toJson(policy)));
        } else {
            print(policy, out);
        }
        return ExitStatus.FINE;
    }

    private static Map<String, Object> toJson(SevPolicy policy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", SEV);
        json.put("hex", policy.toHex());
        json.put("decimal", policy.toDecimal());
        json.put("flags", policy.flags().stream().map(SevPolicy.Flag::option).toList());
        json.put("reserved", "0x" + Integer.toHexString(policy.reserved()));
        json.put("apiMajor", policy.apiMajor());
        json.put("apiMinor", policy.apiMinor());
        return json;
    }

    private static void print(SevPolicy policy, PrintWriter out) {
        out.println("libvirt   <policy>" + policy.toHex() + "</policy>");
        out.println("QEMU      policy=" + policy.toQemu());
        out.println("sevctl    " + policy.toDecimal());
        out.println();
        for (SevPolicy.Flag flag : SevPolicy.Flag.values()) {
            out.printf(
                    "bit %d     [%s] %-7s %s%n",
                    Integer.numberOfTrailingZeros(flag.mask()),
                    policy.has(flag) ? "x" : " ",
                    flag,
                    flag.sentence());
        }
        out.printf("bits 6-15 0x%x, reserved%n", policy.reserved());
        out.printf("firmware  API %d.%d or later%n", policy.apiMajor(), policy.apiMinor());
        out.println();
        PolicyConsequence.of(policy).forEach(follows -> out.println(follows.sentence()));
        if (policy.reserved() != 0) {
            out.println("Reserved bits are set. The firmware refuses such a policy.");
        }
        PolicyContradiction.of(policy).forEach(clash -> out.println(clash.sentence()));
    }
}
