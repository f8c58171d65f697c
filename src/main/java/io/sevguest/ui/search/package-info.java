/** Finding a setting by its words, and the list of problems. Knows no single page. */
package io.sevguest.ui.search;
