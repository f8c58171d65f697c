/** The guest owner's sessions on disk: their notes, files and places. Keeps no key itself. */
package io.sevguest.state.session;
