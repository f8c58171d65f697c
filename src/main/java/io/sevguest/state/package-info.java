/** Where the program keeps what it remembers on disk, and its log. Knows no window. */
package io.sevguest.state;
