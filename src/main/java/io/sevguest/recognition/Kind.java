package io.sevguest.recognition;

/** What a file is. */
public enum Kind {
    SEV_CERTIFICATE("sev-certificate", "SEV certificate"),
    AMD_CA_CERTIFICATE("amd-ca-certificate", "AMD CA certificate"),
    CERTIFICATE_CHAIN("certificate-chain", "chain of SEV certificates"),
    SESSION_BLOB("session-blob", "session blob"),
    X509_CERTIFICATE("x509-certificate", "X.509 certificate"),
    DOMAIN_XML("domain-xml", "libvirt domain XML"),
    QEMU_ARGUMENT("unknown", "QEMU argument"),
    PRIVATE_KEY("unknown", "private key"),
    UNKNOWN("unknown", "not recognised"),
    UNREADABLE("unreadable", "unreadable");

    private final String text;
    private final String words;

    Kind(String text, String words) {
        this.text = text;
        this.words = words;
    }

    /** The name in JSON; what has no layout of its own is {@code unknown} there. */
    public String toText() {
        return text;
    }

    /** The name in a sentence, without an article. */
    public String words() {
        return words;
    }
}
