/**
 * What a guest started with, as the platform proves it: digests, measurements and attestation
 * reports. Reads the files that are measured, but knows no guest and no machine.
 */
package io.sevguest.measurement;
