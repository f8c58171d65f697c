/**
 * Starting the guest on this machine: what stands against it, how it is to be started, and its
 * console while it runs. Knows the guest and the launch, never the window.
 */
package io.sevguest.ui.launch;
