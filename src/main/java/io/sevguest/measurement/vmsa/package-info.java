/** VMSA pages: the state in which a CPU of an SEV-ES guest starts. Knows no digest. */
package io.sevguest.measurement.vmsa;
