/**
 * The pages on which a guest owner checks a launch measurement and makes launch secrets for the
 * guest. Files are read by tasks; keys exist only while a task runs.
 */
package io.sevguest.ui.measurement;
