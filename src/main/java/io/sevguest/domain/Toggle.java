package io.sevguest.domain;

/** libvirt's yes, no, or left to the hypervisor. */
public enum Toggle {
    YES("yes", "on"),
    NO("no", "off"),
    UNSET("", "");

    private final String yesNo;
    private final String onOff;

    Toggle(String yesNo, String onOff) {
        this.yesNo = yesNo;
        this.onOff = onOff;
    }

    /** Reads {@code yes}, {@code no}, {@code on} or {@code off}; anything else counts as unset. */
    public static Toggle of(String text) {
        for (Toggle toggle : values()) {
            if (text.equals(toggle.yesNo) || text.equals(toggle.onOff)) {
                return toggle;
            }
        }
        return UNSET;
    }

    /** {@code yes}, {@code no} or nothing. */
    public String toYesNo() {
        return yesNo;
    }

    /** {@code on}, {@code off} or nothing. */
    public String toOnOff() {
        return onOff;
    }
}
