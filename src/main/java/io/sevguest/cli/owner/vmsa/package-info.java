/** The commands that make, show and change VMSA pages. Knows no guest. */
package io.sevguest.cli.owner.vmsa;
