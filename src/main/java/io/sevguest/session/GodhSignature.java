package io.sevguest.session;

/** Whether a guest owner's certificate is signed; the firmware does not look. */
public enum GodhSignature {
    /** Both slots are empty, as the sev crate leaves them. */
    NONE,
    /** Signed by its own key in the name of a PEK, as sev-tool does. */
    OWN_KEY
}
