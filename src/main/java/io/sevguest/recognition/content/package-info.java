/**
 * What a file can turn out to be: the kinds of content, their fields and their defects. Reads no
 * file.
 */
package io.sevguest.recognition.content;
