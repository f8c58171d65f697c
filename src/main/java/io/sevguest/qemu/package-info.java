/**
 * Values about QEMU that everything else about it shares: target, version, accelerator and how a
 * guest is started. Knows no command.
 */
package io.sevguest.qemu;
