package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;

/**
 * Looks at how deep the values of a DER file are nested, before the JDK's parser, which calls
 * itself for each level, is given foreign bytes.
 *
 * <p>Source: ITU-T X.690, section 8.1 (tag, length, contents).
 */
final class DerDepth {
    /** A certificate has about ten levels. */
    private static final int MOST = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int OCTET_STRING = 0x04;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;

    private final Bytes data;

    private DerDepth(Bytes data) {
        this.data = data;
    }

    /**
     * Returns whether bytes have no more levels than a certificate may have, and no length that is
     * left open, which DER does not allow. Bytes that are not DER end the count.
     */
    static boolean isBounded(Bytes data) {
        return new DerDepth(data).isBounded(0, data.size(), MOST, false);
    }

    /**
     * Octet strings are looked into too, as extensions of certificates hold further values so; many
     * hold other bytes, in which an open length means nothing.
     */
    private boolean isBounded(int start, int end, int levels, boolean inOctets) {
        if (levels == 0) {
            return false;
        }
        int at = start;
        while (end - at >= 2) {
            int tag = data.at(at);
            int first = data.at(at + 1);
            if (first == LONG_LENGTH && (tag & CONSTRUCTED) != 0) {
                return inOctets;
            }
            int sizeOfLength = first < LONG_LENGTH ? 0 : first - LONG_LENGTH;
            int content = at + 2 + sizeOfLength;
            if ((tag & LONG_TAG) == LONG_TAG || sizeOfLength > 3 || content > end) {
                return true;
            }
            int size = sizeOfLength == 0 ? first : number(at + 2, content);
            int next = Math.min(end, content + size);
            boolean octets = tag == OCTET_STRING;
            boolean holdsValues = octets || (tag & CONSTRUCTED) != 0;
            if (holdsValues && !isBounded(content, next, levels - 1, inOctets || octets)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private int number(int start, int end) {
        int value = 0;
        for (int at = start; at < end; at++) {
            value = value << 8 | data.at(at);
        }
        return value;
    }
}
