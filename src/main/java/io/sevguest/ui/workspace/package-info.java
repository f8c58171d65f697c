/**
 * The state that all parts of one window share: guest, machine, run, tasks, settings and texts.
 * Must not show anything.
 */
package io.sevguest.ui.workspace;
