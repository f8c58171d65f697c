package io.sevguest.domain.xml;

import io.sevguest.problem.Problem;

/**
 * The reason why a text is not a domain.
 *
 * @param what full sentences
 * @param fix full sentences on how to mend it
 * @param refused whether a file with this fault is not opened at all, not even for repair
 */
public record XmlFault(String what, TextPosition position, String fix, boolean refused) {
    /** The fault as a problem of a file. */
    public Problem in(String source) {
        return new Problem(what, source + ":" + position, fix);
    }
}
