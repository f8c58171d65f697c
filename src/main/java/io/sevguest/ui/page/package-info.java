/**
 * The pages that edit the guest, one per subject. They know the guest, but must not know the
 * window.
 */
package io.sevguest.ui.page;
