/**
 * The lossless text of an XML document: its elements, their places, splices, encodings and faults.
 * Knows no domain and no finding.
 */
package io.sevguest.domain.xml;
