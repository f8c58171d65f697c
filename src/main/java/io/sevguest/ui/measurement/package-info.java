/**
 * The pages on which a guest owner checks a launch measurement and makes launch secrets for the
 * guest. Files are read by tasks; keys live only as long as these run.
 */
package io.sevguest.ui.measurement;
