package io.sevguest.recognition.content;

/** The kind of a file. */
public enum Kind {
    SEV_CERTIFICATE("sev-certificate"),
    AMD_CA_CERTIFICATE("amd-ca-certificate"),
    CERTIFICATE_CHAIN("certificate-chain"),
    SESSION_BLOB("session-blob"),
    X509_CERTIFICATE("x509-certificate"),
    DOMAIN_XML("domain-xml"),
    QEMU_ARGUMENT("unknown"),
    PRIVATE_KEY("unknown"),
    UNKNOWN("unknown"),
    UNREADABLE("unreadable");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The name in JSON; what has no layout of its own is {@code unknown} there. */
    public String toText() {
        return text;
    }
}
