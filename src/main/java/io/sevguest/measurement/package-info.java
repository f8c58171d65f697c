/**
 * The proof of a guest's start by the platform: digests, measurements and attestation reports.
 * Reads the files that are measured, but knows no guest and no machine.
 */
package io.sevguest.measurement;
