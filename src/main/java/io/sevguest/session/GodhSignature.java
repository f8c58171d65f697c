package io.sevguest.session;

/** The signature of a guest owner's certificate, which the firmware does not check. */
public enum GodhSignature {
    /** Both slots are empty, as the sev crate leaves them. */
    NONE,
    /** Signed by its own key in the name of a PEK, as sev-tool does. */
    OWN_KEY
}
