package io.sevguest.recognition.blob;

import io.sevguest.recognition.content.BlobTarget;

/**
 * One click that puts an import right.
 *
 * @param label a verb and its object, such as "Put it into session"
 * @param value one line of base64
 */
public record ImportRemedy(String label, BlobTarget target, String value) {}
