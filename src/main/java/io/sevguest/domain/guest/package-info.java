/**
 * The definition of a guest besides its devices and its launch security: name, memory, CPUs,
 * firmware, boot, and the templates. Knows no file.
 */
package io.sevguest.domain.guest;
