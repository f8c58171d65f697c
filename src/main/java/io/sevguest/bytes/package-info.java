/** Immutable bytes, and reading and writing of binary layouts. Knows no format and no file. */
package io.sevguest.bytes;
