/** Atomic and private writing of files. Knows no content. */
package io.sevguest.file;
