/**
 * The page that starts the guest on this machine: obstacles, launch choices, and its console while
 * it runs. It knows the guest and the launch, but must not know the window.
 */
package io.sevguest.ui.launch;
