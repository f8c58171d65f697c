/**
 * Tells what a file is by its content alone, what is wrong with it, and whether it fits the place
 * it is given for. Knows no machine; only {@link io.sevguest.recognition.FileRecognition} and
 * {@link io.sevguest.recognition.PlatformFiles} read files.
 */
package io.sevguest.recognition;
