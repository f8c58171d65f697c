/** Launch secrets: their table, their packet, and how it is sealed and opened. Knows no guest. */
package io.sevguest.measurement.secret;
