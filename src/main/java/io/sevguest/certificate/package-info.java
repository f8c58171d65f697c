/**
 * SEV certificates and AMD's CA certificates: their layouts, keys and what a certificate tells
 * about itself. Knows no file, no guest and no machine.
 */
package io.sevguest.certificate;
