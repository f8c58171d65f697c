/** The pages of the window, each about one side of the guest. Know the guest, never the window. */
package io.sevguest.ui.page;
