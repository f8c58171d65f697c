/** The commands that read, edit, preview and launch a guest. Knows no certificate chain. */
package io.sevguest.cli.guest;
