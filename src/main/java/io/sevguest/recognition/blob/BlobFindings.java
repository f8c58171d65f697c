package io.sevguest.recognition.blob;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings about the certificate and the session of a domain. Keeps what the last few texts
 * were, as verifying a signature takes milliseconds and findings are made at each keystroke; may be
 * used by several threads.
 */
public final class BlobFindings {
    private static final int KEPT = 4;

    private final Map<String, RecognizedFile> recent =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, RecognizedFile> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * Returns the findings, those about the certificate first; none if the guest does not use SEV.
     */
    public List<Finding> check(DomainXml domain) {
        return LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev sev
                ? new BlobCheck(domain, sev.element(), this::recognize).findings()
                : List.of();
    }

    /** Returns the content of a text where base64 is expected. */
    public synchronized RecognizedFile recognize(String text) {
        return recent.computeIfAbsent(text, value -> Recognition.ofBase64("the domain", value));
    }
}
