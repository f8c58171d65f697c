/** The pages that edit the guest, each about one side of it. Know the guest, never the window. */
package io.sevguest.ui.page;
