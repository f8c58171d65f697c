/** Launch secrets: their table, their packet and how it is sealed and opened. Knows no file. */
package io.sevguest.measurement.secret;
