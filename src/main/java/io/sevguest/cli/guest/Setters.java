package io.sevguest.cli.guest;

import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.option.SevPolicyConverter;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.BlobTarget;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that change the launch security of a domain, shared by several commands. */
final class Setters {
    /** The kinds of launch security that the options can set. */
    enum Kind {
        SEV,
        NONE
    }

    @Option(
            names = "--launch-security",
            paramLabel = "KIND",
            converter = GuestConverters.KindConverter.class,
            completionCandidates = GuestConverters.KindConverter.class,
            description = "The launch security of the guest. One of: ${COMPLETION-CANDIDATES}.")
    private Optional<Kind> kind = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "VALUE",
            converter = SevPolicyConverter.class,
            description = "The policy of the guest, in decimal or in hexadecimal with 0x.")
    private Optional<SevPolicy> policy = Optional.empty();

    @Option(
            names = "--dh-cert",
            paramLabel = "FILE",
            description = "The file with the guest owner's certificate, in any format.")
    private Optional<Path> dhCert = Optional.empty();

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "The file with the session blob, in any format.")
    private Optional<Path> session = Optional.empty();

    @Option(
            names = "--cbitpos",
            paramLabel = "N",
            converter = BitCountConverter.class,
            description = "The position of the C-bit, 0 to 63.")
    private Optional<Integer> cbitpos = Optional.empty();

    @Option(
            names = "--reduced-phys-bits",
            paramLabel = "N",
            converter = BitCountConverter.class,
            description = "The number of physical address bits lost to encryption, 0 to 63.")
    private Optional<Integer> reducedPhysBits = Optional.empty();

    @Option(
            names = "--kernel-hashes",
            paramLabel = "CHOICE",
            converter = GuestConverters.ToggleConverter.class,
            completionCandidates = GuestConverters.ToggleConverter.class,
            description =
                    "Include hashes of a directly booted kernel in the measurement. One of:"
                            + " ${COMPLETION-CANDIDATES}.")
    private Optional<Toggle> kernelHashes = Optional.empty();

    @Option(
            names = "--unset",
            paramLabel = "NAME",
            split = ",",
            converter = GuestConverters.SetterConverter.class,
            completionCandidates = GuestConverters.SetterConverter.class,
            description =
                    "Remove a setting. One or more, separated by commas, of:"
                            + " ${COMPLETION-CANDIDATES}.")
    private Set<SetterName> unset = EnumSet.noneOf(SetterName.class);

    @Option(
            names = "--as-is",
            description = "Use a certificate or session file even if it is of another kind.")
    private boolean asIs;

    /**
     * Returns the domain of a file after applying the options. Without any option it is the same
     * object.
     *
     * @param warnings receives a line for each file accepted with a warning
     * @throws ProblemException if options contradict each other, a file is refused, or the domain
     *     has launch security of a kind that cannot be edited
     */
    DomainXml apply(DomainFile file, PrintWriter warnings) throws ProblemException {
        DomainXml domain = file.domain();
        Set<SetterName> set = named();
        if (set.isEmpty() && unset.isEmpty()) {
            return domain;
        }
        refuseContradictions(set);
        refuseKept(file);
        if (kind.equals(Optional.of(Kind.NONE))) {
            DomainXml without = SetterName.LAUNCH_SECURITY.unset(domain);
            without.check();
            return without;
        }
        DomainXml edited = withValues(withKind(domain));
        var blobs = new BlobFiles(asIs, warnings);
        if (dhCert.isPresent()) {
            String base64 = blobs.base64(BlobTarget.DH_CERT, dhCert.get());
            edited = LaunchSecurityFields.DH_CERT.with().apply(edited, base64);
        }
        if (session.isPresent()) {
            String base64 = blobs.base64(BlobTarget.SESSION, session.get());
            edited = LaunchSecurityFields.SESSION.with().apply(edited, base64);
        }
        for (SetterName name : unset) {
            edited = name.unset(edited);
        }
        edited.check();
        return edited;
    }

    private Set<SetterName> named() {
        Set<SetterName> set = EnumSet.noneOf(SetterName.class);
        kind.ifPresent(given -> set.add(SetterName.LAUNCH_SECURITY));
        policy.ifPresent(given -> set.add(SetterName.POLICY));
        dhCert.ifPresent(given -> set.add(SetterName.DH_CERT));
        session.ifPresent(given -> set.add(SetterName.SESSION));
        cbitpos.ifPresent(given -> set.add(SetterName.CBITPOS));
        reducedPhysBits.ifPresent(given -> set.add(SetterName.REDUCED_PHYS_BITS));
        kernelHashes.ifPresent(given -> set.add(SetterName.KERNEL_HASHES));
        return set;
    }

    private void refuseContradictions(Set<SetterName> set) throws ProblemException {
        for (SetterName name : set) {
            if (unset.contains(name)) {
                throw wrong(
                        "--" + name + ", --unset " + name,
                        "The same setting is both set and removed.",
                        "Give only one of the two options.");
            }
        }
        boolean none =
                kind.equals(Optional.of(Kind.NONE)) || unset.contains(SetterName.LAUNCH_SECURITY);
        if (none
                && (set.size() > 1 || !set.contains(SetterName.LAUNCH_SECURITY))
                && !set.isEmpty()) {
            throw wrong(
                    unset.contains(SetterName.LAUNCH_SECURITY)
                            ? "--unset " + SetterName.LAUNCH_SECURITY
                            : "--launch-security none",
                    "Settings of the launch security cannot be given together with its removal.",
                    "Give this option without other settings, or remove it.");
        }
    }

    private static void refuseKept(DomainFile file) throws ProblemException {
        DomainXml domain = file.domain();
        LaunchSecurity now = LaunchSecurity.of(domain);
        if (!now.isEditable()) {
            String type = domain.attributeAt("launchSecurity", "type");
            String kept = type.isEmpty() ? "without a type" : "of type \"" + type + "\"";
            throw wrong(
                    file.place("launchSecurity"),
                    "The domain has launch security "
                            + kept
                            + ", which these options cannot change.",
                    "To use SEV instead, remove <launchSecurity> from the XML first.");
        }
    }

    private DomainXml withKind(DomainXml domain) {
        boolean absent = LaunchSecurity.of(domain) instanceof LaunchSecurity.None;
        if (kind.isEmpty()) {
            return domain;
        }
        return absent
                ? LaunchSecurityFields.TYPE.with().apply(domain, LaunchSecurityType.SEV)
                : LaunchSecurityFields.modernized(domain);
    }

    private DomainXml withValues(DomainXml domain) {
        DomainXml edited = domain;
        if (policy.isPresent()) {
            edited = LaunchSecurityFields.POLICY.with().apply(edited, policy);
        }
        if (cbitpos.isPresent()) {
            String number = cbitpos.get().toString();
            edited = LaunchSecurityFields.CBITPOS.with().apply(edited, number);
        }
        if (reducedPhysBits.isPresent()) {
            String number = reducedPhysBits.get().toString();
            edited = LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(edited, number);
        }
        if (kernelHashes.isPresent()) {
            edited = LaunchSecurityFields.KERNEL_HASHES.with().apply(edited, kernelHashes.get());
        }
        return edited;
    }

    private static ProblemException wrong(String where, String what, String fix) {
        return new ProblemException(new Problem(what, where, fix));
    }
}
