package io.sevguest.domain.xml;

import java.util.List;

/** Paths of element names below {@code <domain>}, such as {@code os/loader}. */
public final class ElementPath {
    private ElementPath() {}

    static List<String> steps(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/"));
    }

    /** Returns the path without its last step. */
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
