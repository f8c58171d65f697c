package io.sevguest.launch;

import io.sevguest.domain.Availability;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.problem.Problem;
import io.sevguest.process.SystemEncoding;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.QemuFindings;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.readiness.ReadinessReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The obstacles to carrying out a plan on this machine. */
public final class LaunchObstacles {
    private static final FindingTable TABLE = FindingTable.beside(LaunchObstacles.class);

    /** Memory that QEMU locks beside the guest's own. */
    private static final long BESIDE_GUEST = 256L << 20;

    /** The prefix of the ids of its fields. */
    private static final String SECURITY_FIELDS = "launchSecurity.";

    private final LaunchPlan plan;
    private final ProbeReport report;
    private final List<Finding> findings = new ArrayList<>();

    private LaunchObstacles(LaunchPlan plan, ProbeReport report, ReadinessReport readiness) {
        this.plan = plan;
        this.report = report;
        findings.addAll(readiness.errors(plan.target().mode().encrypted()));
    }

    /**
     * Returns each obstacle with its remedy; the plan may be carried out where there is none.
     *
     * @param report what QEMU and this machine can do
     * @param readiness what the rules answered about the plan's guest and command
     */
    public static List<Finding> of(LaunchPlan plan, ProbeReport report, ReadinessReport readiness) {
        var obstacles = new LaunchObstacles(plan, report, readiness);
        obstacles.collect();
        return List.copyOf(obstacles.findings);
    }

    /** Returns all obstacles as one problem. */
    public static Problem problem(LaunchPlan plan, List<Finding> obstacles) {
        return new Problem(
                (plan.isEncrypted()
                                ? "The guest cannot be started encrypted on this machine:"
                                : "The guest cannot be started:")
                        + obstacles.stream()
                                .map(it -> "\n  - " + it.message() + " " + it.fix())
                                .collect(Collectors.joining()),
                "",
                plan.isEncrypted()
                        ? "Fix each of these, or start the guest without encryption."
                        : "Fix each of these.");
    }

    /**
     * Returns whether the obstacles are those of this machine: it lacks something, and nothing in
     * the launch security of the document would have to be fixed on other machines as well.
     */
    public static boolean areOfTheMachine(List<Finding> obstacles) {
        boolean lacking =
                obstacles.stream()
                        .anyMatch(it -> it.id().startsWith("host-") || it.id().startsWith("qemu-"));
        return lacking && obstacles.stream().noneMatch(LaunchObstacles::isOfTheLaunchSecurity);
    }

    private static boolean isOfTheLaunchSecurity(Finding obstacle) {
        return obstacle.where().startsWith(SECURITY_FIELDS) && !obstacle.id().startsWith("qemu-");
    }

    private void collect() {
        LaunchSecurity security = LaunchSecurity.of(plan.domain());
        SystemEncoding.ofProcess()
                .notEncodable(plan.systemNames())
                .ifPresent(it -> add("host-locale", it.what(), it.fix()));
        window();
        if (plan.isEncrypted()) {
            findings.addAll(report.findings());
            encryptedState();
            properties(security);
            memoryLock();
            accelerator();
        } else {
            kvm();
        }
    }

    private void window() {
        if (plan.target().mode().display() == Display.WINDOW && !report.qemu().hasWindow()) {
            add("qemu-without-window");
        }
    }

    private void kvm() {
        Availability kvm = report.host().kvm();
        if (plan.target().mode().accelerator() == Accelerator.KVM && !kvm.isPresent()) {
            findings.add(QemuFindings.TABLE.finding("host-kvm", kvm.reason(), kvm.remedy()));
        }
    }

    private void encryptedState() {
        Availability kernel = report.host().sevEs();
        if (plan.hasEncryptedState() && !kernel.isPresent() && report.host().sev().isPresent()) {
            add("host-kernel-sev-es", kernel.reason(), kernel.remedy());
        }
    }

    private void properties(LaunchSecurity security) {
        String type = security instanceof LaunchSecurity.SevSnp ? "sev-snp-guest" : "sev-guest";
        Set<String> known = report.qemu().securityObjects().get(type);
        if (known == null) {
            if (type.equals("sev-snp-guest")) {
                add("qemu-without-sev-snp", report.qemu().build());
            }
            return;
        }
        Set<String> unknown = new TreeSet<>(needed(security));
        unknown.removeAll(known);
        for (String property : unknown) {
            add("qemu-property-unknown", report.qemu().build(), property, type);
        }
    }

    private static Set<String> needed(LaunchSecurity security) {
        Set<String> needed = new TreeSet<>(Set.of("policy", "cbitpos", "reduced-phys-bits"));
        if (security instanceof LaunchSecurity.Sev sev) {
            if (sev.kernelHashes() != Toggle.UNSET) {
                needed.add("kernel-hashes");
            }
            if (!sev.dhCert().isEmpty()) {
                needed.add("dh-cert-file");
            }
            if (!sev.session().isEmpty()) {
                needed.add("session-file");
            }
        }
        return needed;
    }

    private void memoryLock() {
        OptionalLong limit = report.host().memoryLockBytes();
        long needed = guestBytes() + BESIDE_GUEST;
        if (limit.isPresent() && limit.getAsLong() < needed) {
            add("host-memory-lock", limit.getAsLong() >> 20, needed >> 20);
        }
    }

    private long guestBytes() {
        return GuestFields.MEMORY
                .get()
                .apply(plan.domain())
                .map(memory -> memory.toMib() << 20)
                .orElse(0L);
    }

    private void accelerator() {
        if (plan.target().mode().accelerator() != Accelerator.KVM) {
            add("encrypted-without-kvm");
        }
    }

    private void add(String id, Object... arguments) {
        findings.add(TABLE.finding(id, arguments));
    }
}
