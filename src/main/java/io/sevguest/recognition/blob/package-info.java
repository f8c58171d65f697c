/**
 * Certificates and sessions of a guest: whether they may be imported, what is wrong with them, and
 * how to fix it. Knows no session's history.
 */
package io.sevguest.recognition.blob;
