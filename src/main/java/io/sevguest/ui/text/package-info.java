/** Texts as an editor shows them: their line ends, and what differs between two. Knows no guest. */
package io.sevguest.ui.text;
