package io.sevguest.domain;

import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.domain.xml.XmlFault;

/**
 * A text that is not a domain yet: it can be shown, repaired in the XML editor and saved, but has
 * no forms.
 */
public record BrokenXml(String text, XmlEncoding encoding, XmlFault fault) implements DomainText {}
