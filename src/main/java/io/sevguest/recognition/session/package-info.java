/** What is known of the session in a guest, and the findings that follow. Knows no file. */
package io.sevguest.recognition.session;
