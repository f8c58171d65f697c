/**
 * The lossless text of an XML document: its elements, their places, splices, encodings and faults.
 * Must not know domains or findings.
 */
package io.sevguest.domain.xml;
