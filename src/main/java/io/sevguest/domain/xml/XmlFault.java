package io.sevguest.domain.xml;

import io.sevguest.problem.Problem;

/**
 * The reason why a text is not a domain.
 *
 * @param what full sentences
 * @param fix full sentences
 * @param refused whether a file with this fault is rejected, not even opened for repair
 */
public record XmlFault(String what, TextPosition position, String fix, boolean refused) {
    /** Returns the fault as a problem of a file. */
    public Problem in(String source) {
        return new Problem(what, source + ":" + position, fix);
    }
}
