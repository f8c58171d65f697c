/**
 * The definition of a guest besides its devices and its launch security: name, memory, CPUs,
 * firmware, boot, and the templates. Must not know files.
 */
package io.sevguest.domain.guest;
