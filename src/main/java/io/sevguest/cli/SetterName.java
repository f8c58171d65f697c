package io.sevguest.cli;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.domain.LaunchSecurityType;
import io.sevguest.domain.Toggle;
import java.util.function.UnaryOperator;

/** A part of the launch security that the command line can take away, named as its setter. */
enum SetterName {
    LAUNCH_SECURITY(
            "launch-security",
            domain -> LaunchSecurityFields.TYPE.with().apply(domain, LaunchSecurityType.NONE)),
    POLICY("policy", domain -> LaunchSecurityFields.POLICY_TEXT.with().apply(domain, "")),
    DH_CERT("dh-cert", domain -> LaunchSecurityFields.DH_CERT.with().apply(domain, "")),
    SESSION("session", domain -> LaunchSecurityFields.SESSION.with().apply(domain, "")),
    CBITPOS("cbitpos", domain -> LaunchSecurityFields.CBITPOS.with().apply(domain, "")),
    REDUCED_PHYS_BITS(
            "reduced-phys-bits",
            domain -> LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(domain, "")),
    KERNEL_HASHES(
            "kernel-hashes",
            domain -> LaunchSecurityFields.KERNEL_HASHES.with().apply(domain, Toggle.UNSET));

    private final String option;
    private final UnaryOperator<DomainXml> unset;

    SetterName(String option, UnaryOperator<DomainXml> unset) {
        this.option = option;
        this.unset = unset;
    }

    DomainXml unset(DomainXml domain) {
        return unset.apply(domain);
    }

    /** The setter's name without its dashes; this is what picocli matches and lists. */
    @Override
    public String toString() {
        return option;
    }
}
