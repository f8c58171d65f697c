/**
 * The zip archive with launch parameters, and zip archives in general. Knows no other kind of file.
 */
package io.sevguest.recognition.bundle;
