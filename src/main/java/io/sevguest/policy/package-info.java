/**
 * The guest policy of SEV and SEV-ES: its bits, their spellings, and what follows from them in
 * words. Knows no XML, no QEMU command and no window.
 */
package io.sevguest.policy;
