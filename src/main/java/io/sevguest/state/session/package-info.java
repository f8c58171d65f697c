/** The guest owner's sessions on disk: notes, files and where they are. Keeps no key itself. */
package io.sevguest.state.session;
