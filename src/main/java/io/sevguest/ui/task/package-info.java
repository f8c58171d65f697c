/**
 * Work off the event thread, whose outcome is delivered on it once, with progress and cancel. Must
 * not know pages.
 */
package io.sevguest.ui.task;
