/** Work off the event thread, delivered on it once, with progress and cancel. Knows no page. */
package io.sevguest.ui.task;
