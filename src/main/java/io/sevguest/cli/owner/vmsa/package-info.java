/** The commands that create, show and change VMSA pages. Knows no guest. */
package io.sevguest.cli.owner.vmsa;
