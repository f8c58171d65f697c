/** The actions that make sessions and export launch parameters. Must not know previews. */
package io.sevguest.ui.session;
