/** The program's memory on disk, and its log. Knows no window. */
package io.sevguest.state;
