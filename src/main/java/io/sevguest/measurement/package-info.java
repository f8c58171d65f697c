/**
 * What a guest started with, as the platform proves it: firmware, digests, measurements,
 * attestation reports and the secrets that follow them. Knows certificates and sessions, but no
 * file, no guest and no machine.
 */
package io.sevguest.measurement;
