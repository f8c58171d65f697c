/**
 * Progress and cancellation of long work. Knows no Swing; {@code ui} delivers results on the event
 * thread.
 */
package io.sevguest.task;
