/**
 * A libvirt domain XML as an immutable document that is edited by splicing, and the findings and
 * fixes about it. Must not know QEMU or the machine.
 */
package io.sevguest.domain;
