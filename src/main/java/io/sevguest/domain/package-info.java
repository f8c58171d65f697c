/**
 * A libvirt domain XML as its text: read into an index of elements, edited by splicing, never
 * rewritten. Knows no QEMU and no machine.
 */
package io.sevguest.domain;
