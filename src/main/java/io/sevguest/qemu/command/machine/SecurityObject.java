package io.sevguest.qemu.command.machine;

import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.ObjectText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The object that makes a guest confidential, from {@code <launchSecurity>}. */
public final class SecurityObject {
    /** The object's id, as libvirt names it. */
    static final String ID = "lsec0";

    private static final Map<String, String> SNP_STRINGS =
            Map.of(
                    "guestVisibleWorkarounds", "guest-visible-workarounds",
                    "idBlock", "id-block",
                    "idAuth", "id-auth",
                    "hostData", "host-data");

    private final CommandDraft draft;

    public SecurityObject(CommandDraft draft) {
        this.draft = draft;
    }

    /** Returns whether the command has such an object, to which {@code -machine} then refers. */
    public static boolean isIn(CommandDraft draft) {
        return draft.target().mode().encrypted()
                && draft.domain()
                        .at("launchSecurity")
                        .filter(element -> isSev(element) || isSnp(element))
                        .isPresent();
    }

    private static boolean isSev(Element security) {
        return security.attribute("type").equals("sev");
    }

    private static boolean isSnp(Element security) {
        return security.attribute("type").equals("sev-snp");
    }

    public void write() {
        draft.domain().at("launchSecurity").ifPresent(this::write);
        if (LaunchSecurity.of(draft.domain()) instanceof LaunchSecurity.Legacy legacy) {
            draft.omit(
                    legacy.element(),
                    "libvirt ignores this old spelling, so the guest is started not encrypted.");
        }
    }

    private void write(Element security) {
        if (!draft.target().mode().encrypted()) {
            draft.omit(security, "The guest is started not encrypted.");
        } else if (isSev(security)) {
            argument(sev(security), security);
        } else if (isSnp(security)) {
            argument(snp(security), security);
        } else {
            foreign(security);
        }
    }

    private void argument(ObjectText object, Element security) {
        ObjectNotation notation =
                draft.isAtLeast(6, 0) ? draft.target().notation() : ObjectNotation.KEY_VALUE;
        draft.argument("-object", object.write(notation, XmlPlace.of(security, "type")));
    }

    private void foreign(Element security) {
        String type = security.attribute("type");
        draft.omit(security, "This program starts guests of the types sev and sev-snp only.");
        draft.finding(XmlPlace.of(security, "type"), "security-type-foreign", type);
    }

    private ObjectText sev(Element security) {
        if (!draft.target().version().isAtLeast(2, 12)) {
            draft.finding(
                    XmlPlace.of(security, "type"),
                    "qemu-without-sev",
                    draft.target().version().toText());
        }
        var object = new ObjectText("sev-guest", ID);
        platform(object, security);
        object.bits("policy", sevPolicy(security), places(security, "policy"));
        blob(object, security, "dhCert", "dh-cert-file", draft.files().dhCert().toString());
        blob(object, security, "session", "session-file", draft.files().session().toString());
        kernelHashes(object, security);
        return object;
    }

    private void platform(ObjectText object, Element security) {
        EpycGeneration platform = draft.target().platform();
        number(
                object,
                security,
                "cbitpos",
                "cbitpos",
                draft.target().host().cbitpos(),
                platform.cbitpos());
        number(
                object,
                security,
                "reducedPhysBits",
                "reduced-phys-bits",
                draft.target().host().reducedPhysBits(),
                platform.reducedPhysBits());
    }

    private void number(
            ObjectText object,
            Element security,
            String element,
            String key,
            OptionalInt ofHost,
            int ofPlatform) {
        Optional<Element> written = security.child(element);
        if (written.isPresent()) {
            OptionalInt value = DecimalNumber.of(written.get().text());
            if (value.isPresent()) {
                object.number(key, value.getAsInt(), XmlPlace.of(written.get()));
                return;
            }
            draft.omit(written.get(), "It is not a decimal number.");
        }
        int value = ofHost.orElse(ofPlatform);
        object.number(key, value);
        draft.assume(
                key,
                Integer.toString(value),
                ofHost.isPresent()
                        ? "Detected on this machine, since the XML does not set it."
                        : "The usual value of "
                                + draft.target().platform().label()
                                + "; the XML does not set it, and it was not detected.");
    }

    private long sevPolicy(Element security) {
        Optional<Element> element = security.child("policy");
        Optional<SevPolicy> policy =
                element.flatMap(text -> new PolicyText(text.rawText()).value());
        if (policy.isPresent()) {
            return Integer.toUnsignedLong(policy.get().bits());
        }
        element.ifPresent(it -> draft.omit(it, "It is not a 32-bit hexadecimal number."));
        draft.assume("policy", "0x1", "QEMU's own default, as the XML has no usable policy.");
        return 1;
    }

    private void blob(
            ObjectText object, Element security, String element, String key, String file) {
        Optional<Element> written = security.child(element);
        if (written.isPresent() && !written.get().text().isEmpty()) {
            object.string(key, file, XmlPlace.of(written.get()));
        } else {
            written.ifPresent(empty -> draft.omit(empty, "It is empty."));
        }
    }

    private void kernelHashes(ObjectText object, Element security) {
        XmlPlace place = XmlPlace.of(security, "kernelHashes");
        if (!place.isWritten()) {
            return;
        }
        boolean wanted = place.value().equals("yes");
        if (draft.isAtLeast(6, 2)) {
            object.bool("kernel-hashes", wanted, place);
            return;
        }
        draft.omit(place, "QEMU " + draft.target().version().toText() + " has no kernel-hashes.");
        if (wanted) {
            draft.finding(place, "kernel-hashes-unknown", draft.target().version().toText());
        }
    }

    private ObjectText snp(Element security) {
        if (!draft.isAtLeast(9, 1)) {
            draft.finding(
                    XmlPlace.of(security, "type"),
                    "qemu-without-snp",
                    draft.target().version().toText());
        }
        var object = new ObjectText("sev-snp-guest", ID);
        platform(object, security);
        security.child("policy").ifPresent(policy -> snpPolicy(object, policy));
        for (Element child : security.children()) {
            String key = SNP_STRINGS.get(child.name());
            if (key != null) {
                object.string(key, child.text(), XmlPlace.of(child));
            }
        }
        toggle(object, "author-key-enabled", true, XmlPlace.of(security, "authorKey"));
        toggle(object, "vcek-disabled", false, XmlPlace.of(security, "vcek"));
        toggle(object, "kernel-hashes", true, XmlPlace.of(security, "kernelHashes"));
        return object;
    }

    private void snpPolicy(ObjectText object, Element policy) {
        Numbers.hexadecimal(policy.text())
                .ifPresent(bits -> object.bits("policy", bits, XmlPlace.of(policy)));
    }

    private static void toggle(ObjectText object, String key, boolean onYes, XmlPlace place) {
        if (place.isWritten()) {
            object.bool(key, place.value().equals("yes") == onYes, place);
        }
    }

    private static XmlPlace[] places(Element security, String child) {
        return security.child(child).stream().map(XmlPlace::of).toArray(XmlPlace[]::new);
    }
}
