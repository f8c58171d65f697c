/** The tables inside a firmware image: GUIDs, sections and memory areas. Knows no measurement. */
package io.sevguest.measurement.firmware;
