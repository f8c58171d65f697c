/**
 * The content that a file can turn out to have: its kinds, their fields and their defects. Reads no
 * file.
 */
package io.sevguest.recognition.content;
