/**
 * Recognizes what a file is by its content alone. Only FileRecognition and PlatformFiles read
 * files. Knows no machine.
 */
package io.sevguest.recognition;
