package io.sevguest.cli.guest;

import io.sevguest.cli.option.EnumConverter;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import java.util.function.UnaryOperator;

/** A setting of the launch security that {@code --unset} removes, named like its option. */
enum SetterName {
    LAUNCH_SECURITY(
            domain -> LaunchSecurityFields.TYPE.with().apply(domain, LaunchSecurityType.NONE)),
    POLICY(domain -> LaunchSecurityFields.POLICY_TEXT.with().apply(domain, "")),
    DH_CERT(domain -> LaunchSecurityFields.DH_CERT.with().apply(domain, "")),
    SESSION(domain -> LaunchSecurityFields.SESSION.with().apply(domain, "")),
    CBITPOS(domain -> LaunchSecurityFields.CBITPOS.with().apply(domain, "")),
    REDUCED_PHYS_BITS(domain -> LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(domain, "")),
    KERNEL_HASHES(domain -> LaunchSecurityFields.KERNEL_HASHES.with().apply(domain, Toggle.UNSET));

    private final UnaryOperator<DomainXml> unset;

    SetterName(UnaryOperator<DomainXml> unset) {
        this.unset = unset;
    }

    DomainXml unset(DomainXml domain) {
        return unset.apply(domain);
    }

    /** Returns the name of the option without its leading dashes. */
    @Override
    public String toString() {
        return EnumConverter.of(this);
    }
}
