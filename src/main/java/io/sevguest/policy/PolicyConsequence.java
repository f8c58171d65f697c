package io.sevguest.policy;

import io.sevguest.policy.SevPolicy.Flag;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that follows from a policy, in words.
 *
 * @param sentence one or more full sentences
 */
public record PolicyConsequence(Subject subject, String sentence) {
    /** The subject of a consequence. */
    public enum Subject {
        MEMORY,
        REGISTERS,
        KEYS,
        MIGRATION,
        REBOOT,
        FIRMWARE
    }

    /**
     * Returns the consequences of a policy, one or two sentences for each subject that it decides.
     */
    public static List<PolicyConsequence> of(SevPolicy policy) {
        List<PolicyConsequence> all = new ArrayList<>();
        all.add(new PolicyConsequence(Subject.MEMORY, memory(policy)));
        all.add(new PolicyConsequence(Subject.REGISTERS, registers(policy)));
        all.add(new PolicyConsequence(Subject.KEYS, keys(policy)));
        all.add(new PolicyConsequence(Subject.MIGRATION, migration(policy)));
        all.add(new PolicyConsequence(Subject.REBOOT, reboot(policy)));
        if (policy.apiMajor() != 0 || policy.apiMinor() != 0) {
            all.add(new PolicyConsequence(Subject.FIRMWARE, firmware(policy)));
        }
        return List.copyOf(all);
    }

    private static String memory(SevPolicy policy) {
        return policy.has(Flag.NODBG)
                ? "The host cannot peek at the memory: virDomainMemoryPeek and the monitor's x and"
                        + " xp return encrypted bytes or an error."
                : "The host can peek at the memory in the clear: the firmware decrypts it for"
                        + " virDomainMemoryPeek and the monitor's x and xp.";
    }

    private static String registers(SevPolicy policy) {
        return policy.has(Flag.ES)
                ? "The registers are encrypted whenever the guest stops running (SEV-ES); a host"
                        + " without SEV-ES cannot start it."
                : "The host can read and change the registers of the guest (SEV without ES).";
    }

    private static String keys(SevPolicy policy) {
        return policy.has(Flag.NOKS)
                ? "The memory key is this guest's alone."
                : "The memory key may be shared: the host can start another guest with it, which"
                        + " then reads this one's memory.";
    }

    private static String migration(SevPolicy policy) {
        if (policy.has(Flag.NOSEND)) {
            return "The guest cannot be migrated to any other host.";
        }
        if (policy.has(Flag.DOMAIN)) {
            return "The guest may be migrated, but only to hosts of the same domain, those whose"
                    + " platform certificate the same owner signed.";
        }
        if (policy.has(Flag.SEV)) {
            return "The guest may be migrated, but only to hosts whose firmware supports SEV.";
        }
        return "The guest may be migrated to any host that the firmware can make a transport key"
                + " for.";
    }

    private static String reboot(SevPolicy policy) {
        return policy.has(Flag.ES)
                ? "The guest cannot be rebooted: its registers cannot be reset. Stop it and start"
                        + " it again, with a new session where one is used."
                : "The guest can be rebooted.";
    }

    private static String firmware(SevPolicy policy) {
        return "Firmware older than API %d.%d refuses to start the guest."
                .formatted(policy.apiMajor(), policy.apiMinor());
    }
}
