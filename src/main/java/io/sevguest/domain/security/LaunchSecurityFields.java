package io.sevguest.domain.security;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Fields;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.NewElement;
import io.sevguest.policy.PolicyPreset;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The fields of {@code <launchSecurity>}. Setting one makes the element where there is none, and
 * turns an older spelling into today's in the same edit; kinds that are merely kept stay untouched.
 */
public final class LaunchSecurityFields {
    private static final String ELEMENT = "launchSecurity";
    private static final String POLICY_PATH = ELEMENT + "/policy";

    /** {@code OTHER} cannot be set, and neither can anything where it is the value. */
    public static final Field<DomainXml, LaunchSecurityType> TYPE =
            Fields.of(
                    "launchSecurity.type",
                    domain -> LaunchSecurityType.of(LaunchSecurity.of(domain)),
                    LaunchSecurityFields::withType,
                    LaunchSecurityType.NONE::equals);

    /** The policy as libvirt reads it; empty where it is missing or unreadable. */
    public static final Field<DomainXml, Optional<SevPolicy>> POLICY =
            Fields.of(
                    "launchSecurity.policy",
                    domain -> sev(domain).flatMap(sev -> sev.policy().value()),
                    (domain, policy) ->
                            withPolicyText(domain, policy.map(SevPolicy::toHex).orElse("")));

    /** The policy as it is written, blanks included; empty: no such element. */
    public static final Field<DomainXml, String> POLICY_TEXT =
            Fields.of(
                    "launchSecurity.policyText",
                    domain -> sev(domain).map(sev -> sev.policy().text()).orElse(""),
                    LaunchSecurityFields::withPolicyText);

    public static final Field<DomainXml, Integer> API_MAJOR =
            policyPart(
                    "launchSecurity.apiMajor",
                    SevPolicy::apiMajor,
                    (policy, major) -> policy.withApi(major, policy.apiMinor()));

    public static final Field<DomainXml, Integer> API_MINOR =
            policyPart(
                    "launchSecurity.apiMinor",
                    SevPolicy::apiMinor,
                    (policy, minor) -> policy.withApi(policy.apiMajor(), minor));

    public static final Field<DomainXml, String> CBITPOS =
            child("launchSecurity.cbitpos", "cbitpos", LaunchSecurity.Sev::cbitpos);

    public static final Field<DomainXml, String> REDUCED_PHYS_BITS =
            child(
                    "launchSecurity.reducedPhysBits",
                    "reducedPhysBits",
                    LaunchSecurity.Sev::reducedPhysBits);

    public static final Field<DomainXml, Toggle> KERNEL_HASHES =
            Fields.of(
                    "launchSecurity.kernelHashes",
                    domain ->
                            sev(domain).map(LaunchSecurity.Sev::kernelHashes).orElse(Toggle.UNSET),
                    (domain, value) ->
                            inSev(
                                    domain,
                                    value == Toggle.UNSET,
                                    sev ->
                                            sev.withAttributeAt(
                                                    ELEMENT, "kernelHashes", value.toYesNo())));

    /** Base64 of the guest owner's certificate. */
    public static final Field<DomainXml, String> DH_CERT =
            blob("launchSecurity.dhCert", "dhCert", LaunchSecurity.Sev::dhCert);

    /** Base64 of the session blob. */
    public static final Field<DomainXml, String> SESSION =
            blob("launchSecurity.session", "session", LaunchSecurity.Sev::session);

    private LaunchSecurityFields() {}

    /** One named bit of the policy. */
    public static Field<DomainXml, Boolean> flag(SevPolicy.Flag flag) {
        return policyPart(
                "launchSecurity.policy." + flag.option(),
                policy -> policy.has(flag),
                (policy, on) -> policy.with(flag, on));
    }

    /** All fields of this class, the flags included. */
    public static List<Field<DomainXml, ?>> all() {
        Stream<Field<DomainXml, ?>> flags =
                Stream.of(SevPolicy.Flag.values()).map(LaunchSecurityFields::flag);
        Stream<Field<DomainXml, ?>> others =
                Stream.of(
                        TYPE,
                        POLICY,
                        POLICY_TEXT,
                        API_MAJOR,
                        API_MINOR,
                        CBITPOS,
                        REDUCED_PHYS_BITS,
                        KERNEL_HASHES,
                        DH_CERT,
                        SESSION);
        return Stream.concat(others, flags).toList();
    }

    /**
     * Turns an older spelling into today's, in place and as one edit; comments and unknown children
     * stay.
     */
    public static DomainXml modernized(DomainXml domain) {
        return LaunchSecurity.of(domain) instanceof LaunchSecurity.Legacy legacy
                ? domain.spliced(LegacySpelling.modernize(domain, legacy.element()))
                : domain;
    }

    private static Optional<LaunchSecurity.Sev> sev(DomainXml domain) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        if (security instanceof LaunchSecurity.Legacy legacy) {
            return Optional.of(legacy.sev());
        }
        return security instanceof LaunchSecurity.Sev sev ? Optional.of(sev) : Optional.empty();
    }

    private static Field<DomainXml, String> child(
            String id, String name, Function<LaunchSecurity.Sev, String> get) {
        return Fields.of(
                id,
                domain -> sev(domain).map(get).orElse(""),
                (domain, value) ->
                        inSev(
                                domain,
                                value.isEmpty(),
                                sev -> sev.withTextAt(ELEMENT + "/" + name, value)));
    }

    /** As a child; base64 that is wrapped in the text already means the same in one line. */
    private static Field<DomainXml, String> blob(
            String id, String name, Function<LaunchSecurity.Sev, String> get) {
        Field<DomainXml, String> child = child(id, name, get);
        return new Field<>(
                id,
                child.get(),
                (domain, value) ->
                        !value.isEmpty()
                                        && unwrapped(child.get().apply(domain))
                                                .equals(unwrapped(value))
                                ? domain
                                : child.with().apply(domain, value));
    }

    private static String unwrapped(String base64) {
        return XmlSpace.removedFrom(base64);
    }

    private interface PolicyEdit<V> {
        SevPolicy apply(SevPolicy policy, V value);
    }

    private static <V> Field<DomainXml, V> policyPart(
            String id, Function<SevPolicy, V> get, PolicyEdit<V> edit) {
        Function<DomainXml, SevPolicy> policy =
                domain -> POLICY.get().apply(domain).orElse(new SevPolicy(0));
        return Fields.of(
                id,
                policy.andThen(get),
                (domain, value) ->
                        withPolicyText(domain, edit.apply(policy.apply(domain), value).toHex()));
    }

    private static DomainXml withPolicyText(DomainXml domain, String text) {
        return inSev(domain, text.isEmpty(), sev -> sev.withExactTextAt(POLICY_PATH, text));
    }

    private static DomainXml withType(DomainXml domain, LaunchSecurityType type) {
        LaunchSecurity now = LaunchSecurity.of(domain);
        if (!now.isEditable() || type == LaunchSecurityType.OTHER) {
            return domain;
        }
        if (type == LaunchSecurityType.NONE) {
            return withoutSecurity(domain);
        }
        boolean es = type == LaunchSecurityType.SEV_ES;
        if (now instanceof LaunchSecurity.None) {
            return created(domain, es ? PolicyPreset.SEV_ES : PolicyPreset.SEV);
        }
        return flag(SevPolicy.Flag.ES).with().apply(domain, es);
    }

    /** Takes away the element of today and those of older spellings beside it. */
    private static DomainXml withoutSecurity(DomainXml domain) {
        DomainXml edited = domain;
        for (LaunchSecurity now = LaunchSecurity.of(edited);
                !(now instanceof LaunchSecurity.None) && now.isEditable();
                now = LaunchSecurity.of(edited)) {
            edited = edited.without(element(now));
        }
        return edited;
    }

    private static Element element(LaunchSecurity editable) {
        return editable instanceof LaunchSecurity.Legacy legacy
                ? legacy.element()
                : ((LaunchSecurity.Sev) editable).element();
    }

    private static DomainXml created(DomainXml domain, PolicyPreset preset) {
        return domain.withChild(
                domain.root(),
                NewElement.of(ELEMENT)
                        .attribute("type", "sev")
                        .child(NewElement.of("policy", PolicyText.of(preset.policy()).text())));
    }

    /**
     * An edit inside {@code <launchSecurity type='sev'>}, which is made first where needed; one
     * that only takes away makes nothing, and leaves an older spelling where it finds nothing.
     */
    private static DomainXml inSev(
            DomainXml domain, boolean takesAway, UnaryOperator<DomainXml> edit) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        if (!security.isEditable()) {
            return domain;
        }
        if (takesAway) {
            DomainXml modern = modernized(domain);
            DomainXml edited = edit.apply(modern);
            return edited == modern ? domain : edited;
        }
        return edit.apply(
                security instanceof LaunchSecurity.None
                        ? created(domain, PolicyPreset.SEV)
                        : modernized(domain));
    }
}
