/**
 * What a guest started with, as the platform proves it: firmware, digests, measurements,
 * attestation reports and the secrets that follow them. Knows certificates and sessions, and reads
 * the files that are measured, but knows no guest and no machine.
 */
package io.sevguest.measurement;
