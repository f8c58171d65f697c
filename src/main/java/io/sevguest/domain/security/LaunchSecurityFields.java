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
 * The fields of {@code <launchSecurity>}. Setting one creates a missing element and converts an
 * older syntax to the current one in the same edit; kinds that are only kept are not changed.
 */
public final class LaunchSecurityFields {
    private static final String ELEMENT = "launchSecurity";
    private static final String POLICY_PATH = ELEMENT + "/policy";

    /** The type. {@code OTHER} cannot be set, and a field with this value cannot be changed. */
    public static final Field<DomainXml, LaunchSecurityType> TYPE =
            Fields.of(
                    "launchSecurity.type",
                    domain -> LaunchSecurityType.of(LaunchSecurity.of(domain)),
                    LaunchSecurityFields::withType,
                    LaunchSecurityType.NONE::equals);

    /** The policy as libvirt reads it; empty if it is missing or unreadable. */
    public static final Field<DomainXml, Optional<SevPolicy>> POLICY =
            Fields.of(
                    "launchSecurity.policy",
                    domain -> sev(domain).flatMap(sev -> sev.policy().value()),
                    (domain, policy) ->
                            withPolicyText(domain, policy.map(SevPolicy::toHex).orElse("")));

    /** The policy as written, with blanks; empty if there is no such element. */
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

    /** Returns one named bit of the policy. */
    public static Field<DomainXml, Boolean> flag(SevPolicy.Flag flag) {
        return policyPart(
                "launchSecurity.policy." + flag.option(),
                policy -> policy.has(flag),
                (policy, on) -> policy.with(flag, on));
    }

    /** Returns all fields of this class, the flags included. */
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
     * Converts an older syntax to the current one, in place and in one edit; comments and unknown
     * children are kept.
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

    /**
     * Returns a field for a child element. Base64 that is wrapped in the text equals the same
     * base64 on one line.
     */
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

    /** Removes the current element and those in older syntax. */
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
     * Edits inside {@code <launchSecurity type='sev'>}, which is created first if needed. An edit
     * that only removes something does not create it, and does not convert an older syntax if there
     * is nothing to remove.
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
