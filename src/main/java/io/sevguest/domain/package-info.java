/**
 * A libvirt domain XML as an immutable document that is edited by splicing, and the findings and
 * fixes about it. Knows no QEMU and no machine.
 */
package io.sevguest.domain;
