package io.sevguest.domain;

import io.sevguest.document.Field;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the fields of a domain; a value that the text already means leaves the text alone. */
final class Fields {
    private Fields() {}

    static <V> Field<DomainXml, V> of(
            String id, Function<DomainXml, V> get, BiFunction<DomainXml, V, DomainXml> with) {
        return new Field<>(
                id,
                get,
                (domain, value) ->
                        value.equals(get.apply(domain)) ? domain : with.apply(domain, value));
    }

    /** The text of an element; empty: no such element. */
    static Field<DomainXml, String> text(String id, String path) {
        return of(
                id,
                domain -> domain.textAt(path),
                (domain, value) -> domain.withTextAt(path, value));
    }

    /** An attribute; empty: no such attribute. */
    static Field<DomainXml, String> attribute(String id, String path, String name) {
        return of(
                id,
                domain -> domain.attributeAt(path, name),
                (domain, value) -> domain.withAttributeAt(path, name, value));
    }

    /** An attribute of {@code yes} or {@code no}. */
    static Field<DomainXml, Toggle> yesNo(String id, String path, String name) {
        return of(
                id,
                domain -> Toggle.of(domain.attributeAt(path, name)),
                (domain, value) -> domain.withAttributeAt(path, name, value.toYesNo()));
    }

    /** Whether an empty element stands there. */
    static Field<DomainXml, Boolean> present(String id, String path) {
        return of(
                id,
                domain -> domain.at(path).isPresent(),
                (domain, there) ->
                        there
                                ? domain.withElementAt(path)
                                : domain.at(path).map(domain::without).orElse(domain));
    }
}
