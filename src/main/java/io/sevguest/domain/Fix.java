package io.sevguest.domain;

import java.util.function.UnaryOperator;

/**
 * An edit that fixes a finding.
 *
 * @param label a verb and its object, such as "Write 0x0010"
 */
public record Fix(String label, UnaryOperator<DomainXml> edit) {}
