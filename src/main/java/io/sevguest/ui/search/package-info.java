/** The search for settings, and the list of problems. Must not know individual pages. */
package io.sevguest.ui.search;
