/** The guest owner's sessions on disk: notes, files and where they are. Holds no key. */
package io.sevguest.state.session;
