/** A platform's chain of certificates: its roots, its links and the verdict. Knows no session. */
package io.sevguest.certificate.chain;
