/**
 * Whether a certificate or session may go into a guest, what is wrong with it, and how that can be
 * put right. Knows no session's history.
 */
package io.sevguest.recognition.blob;
