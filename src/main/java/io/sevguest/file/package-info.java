/** Atomic and private writing of files. Knows nothing about their content. */
package io.sevguest.file;
