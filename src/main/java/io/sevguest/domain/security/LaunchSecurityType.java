package io.sevguest.domain.security;

/** The choice of launch security as the forms offer it. */
public enum LaunchSecurityType {
    NONE,
    SEV,
    /** SEV with policy bit 2. */
    SEV_ES,
    /** SEV-SNP or another kind, which is shown but not offered. */
    OTHER;

    static LaunchSecurityType of(LaunchSecurity security) {
        if (security instanceof LaunchSecurity.None) {
            return NONE;
        }
        if (security instanceof LaunchSecurity.Legacy legacy) {
            return of(legacy.sev());
        }
        if (security instanceof LaunchSecurity.Sev sev) {
            return sev.isEncryptedState() ? SEV_ES : SEV;
        }
        return OTHER;
    }
}
