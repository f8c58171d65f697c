package io.sevguest.domain;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.document.Field;
import io.sevguest.domain.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Creates the fields of a domain. Setting a value that the text already has does not change the
 * text.
 */
public final class Fields {
    /**
     * The values of a field that is not set. A meaningless text reads the same, so setting one of
     * these removes it.
     */
    private static final Set<Object> ABSENT = Set.of("", Optional.empty(), List.of(), Toggle.UNSET);

    private Fields() {}

    public static <V> Field<DomainXml, V> of(
            String id, Function<DomainXml, V> get, BiFunction<DomainXml, V, DomainXml> with) {
        return of(id, get, with, ABSENT::contains);
    }

    /**
     * Creates a field.
     *
     * @param isAbsent whether a value means that the field is not set, so that setting it removes
     *     the text
     */
    public static <V> Field<DomainXml, V> of(
            String id,
            Function<DomainXml, V> get,
            BiFunction<DomainXml, V, DomainXml> with,
            Predicate<V> isAbsent) {
        return new Field<>(
                id,
                get,
                (domain, value) ->
                        value.equals(get.apply(domain)) && !isAbsent.test(value)
                                ? domain
                                : proved(id, get, domain, with.apply(domain, value), value));
    }

    /**
     * Returns the edited domain after reading the field back from it.
     *
     * @throws IllegalStateException if it has another value, which is a bug in this program
     */
    private static <V> DomainXml proved(
            String id, Function<DomainXml, V> get, DomainXml domain, DomainXml edited, V value) {
        if (edited != domain && !isSame(get.apply(edited), value)) {
            throw new IllegalStateException("An edit did not give " + id + " its value.");
        }
        return edited;
    }

    /** Returns whether two values are equal, as far as XML can represent them. */
    private static boolean isSame(Object read, Object value) {
        return read.equals(value)
                || (read instanceof String text
                        && value instanceof String wanted
                        && XmlSpace.strip(text)
                                .equals(XmlSpace.strip(XmlWriter.withoutUnwritable(wanted))));
    }

    /**
     * Returns a field for the text of an element with its blanks, as libvirt reads it; empty if
     * there is no such element.
     */
    public static Field<DomainXml, String> text(String id, String path) {
        return of(
                id,
                domain -> domain.rawTextAt(path),
                (domain, value) -> domain.withExactTextAt(path, value));
    }

    /** Returns a field for an attribute; empty if there is no such attribute. */
    public static Field<DomainXml, String> attribute(String id, String path, String name) {
        return of(
                id,
                domain -> domain.attributeAt(path, name),
                (domain, value) -> domain.withAttributeAt(path, name, value));
    }

    /** Returns a field for an attribute that is {@code yes} or {@code no}. */
    public static Field<DomainXml, Toggle> yesNo(String id, String path, String name) {
        return of(
                id,
                domain -> Toggle.ofYesNo(domain.attributeAt(path, name)),
                (domain, value) -> domain.withAttributeAt(path, name, value.toYesNo()));
    }

    /** Returns a field that is true if an element exists. */
    public static Field<DomainXml, Boolean> present(String id, String path) {
        return of(
                id,
                domain -> domain.at(path).isPresent(),
                (domain, there) -> there ? domain.withElementAt(path) : domain.withoutAll(path));
    }

    /**
     * Returns a field for the text of an element that is kept for its attributes when the text is
     * removed.
     */
    public static Field<DomainXml, String> textBesideAttributes(String id, String path) {
        return of(
                id,
                domain -> domain.rawTextAt(path),
                (domain, value) ->
                        value.isEmpty()
                                ? domain.withoutTextAt(path)
                                : domain.withExactTextAt(path, value));
    }

    /**
     * Returns a field for an element whose {@code state} is {@code on} or {@code off}, by default
     * on.
     */
    public static Field<DomainXml, Toggle> state(String id, String path) {
        return of(
                id,
                domain -> domain.at(path).map(Fields::state).orElse(Toggle.UNSET),
                (domain, value) ->
                        value == Toggle.UNSET
                                ? domain.withoutAll(path)
                                : domain.withAttributeAt(path, "state", value.toOnOff()));
    }

    private static Toggle state(Element element) {
        return element.hasAttribute("state")
                ? Toggle.ofOnOff(element.attribute("state"))
                : Toggle.YES;
    }

    /**
     * Returns a field for an amount of memory; its unit is kept as long as the amount does not
     * change.
     */
    public static Field<DomainXml, Optional<MemorySize>> memory(String id, String path) {
        return of(
                id,
                domain -> domain.at(path).flatMap(MemorySize::of),
                (domain, size) ->
                        size.isEmpty()
                                ? domain.withoutAll(path)
                                : withMemory(domain, path, size.get()));
    }

    private static DomainXml withMemory(DomainXml domain, String path, MemorySize size) {
        Optional<Element> element = domain.at(path);
        if (element.flatMap(MemorySize::of).filter(size::isSameAmount).isPresent()) {
            return domain;
        }
        String amount = Long.toString(size.amount());
        boolean unitNamed = element.isEmpty() || element.get().hasAttribute("unit");
        return unitNamed || size.unit() != MemorySize.Unit.KIB
                ? domain.withTextAt(path, amount).withAttributeAt(path, "unit", size.unit().text())
                : domain.withTextAt(path, amount);
    }
}
