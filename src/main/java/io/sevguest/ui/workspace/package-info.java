/**
 * The state that all parts of one window share: guest, machine, run, tasks, settings and texts.
 * Shows nothing.
 */
package io.sevguest.ui.workspace;
