package io.sevguest.domain;

import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.domain.xml.XmlFault;

/**
 * A text that is not a valid domain yet. It can be shown, repaired in the XML editor and saved, but
 * not edited in the forms.
 */
public record BrokenXml(String text, XmlEncoding encoding, XmlFault fault) implements DomainText {}
