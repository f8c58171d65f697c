/** Unsaved documents on disk, until they are saved. Knows no window. */
package io.sevguest.state.recovery;
