/** Recovery copies of unsaved documents on disk. Knows no window. */
package io.sevguest.state.recovery;
