/** The commands that check a platform's certificates and attestation reports. Knows no guest. */
package io.sevguest.cli.platform;
