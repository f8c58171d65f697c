/** The knowledge about the session of a guest, and the findings that follow. Knows no file. */
package io.sevguest.recognition.session;
