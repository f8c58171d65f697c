package io.sevguest.domain;

/** A yes/no setting of libvirt that can also be left to the hypervisor. */
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

    /** Reads {@code yes} or {@code no}; anything else counts as unset. */
    public static Toggle ofYesNo(String text) {
        return text.equals(YES.yesNo) ? YES : text.equals(NO.yesNo) ? NO : UNSET;
    }

    /** Reads {@code on} or {@code off}; anything else counts as unset. */
    public static Toggle ofOnOff(String text) {
        return text.equals(YES.onOff) ? YES : text.equals(NO.onOff) ? NO : UNSET;
    }

    /** Returns {@code yes}, {@code no} or an empty text. */
    public String toYesNo() {
        return yesNo;
    }

    /** Returns {@code on}, {@code off} or an empty text. */
    public String toOnOff() {
        return onOff;
    }
}
