/** The state that the program keeps on disk, and its log. Knows no window. */
package io.sevguest.state;
