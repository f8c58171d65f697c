package io.sevguest.ui.guest;

import io.sevguest.certificate.ChainVerdict;
import io.sevguest.recognition.PlatformFiles;

/**
 * A platform whose certificates were opened.
 *
 * @param name of the files, for people
 * @param files the certificates
 * @param verdict on their chain, with the roots that were trusted when it was made
 */
public record OpenedPlatform(String name, PlatformFiles files, ChainVerdict verdict) {}
