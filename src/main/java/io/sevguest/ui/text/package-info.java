/** Texts as shown in an editor: their line ends and differences. Must not know the guest. */
package io.sevguest.ui.text;
