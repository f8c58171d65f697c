/**
 * SEV certificates and AMD's CA certificates: their layouts, keys and signatures. Knows no file, no
 * guest and no machine.
 */
package io.sevguest.certificate;
