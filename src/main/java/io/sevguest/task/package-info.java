/**
 * Progress and cancelling of long work, without Swing; delivery on the event thread is {@code
 * ui}'s.
 */
package io.sevguest.task;
