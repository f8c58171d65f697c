package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.document.Field;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that every field of every domain of libvirt's own tests accepts the values of other guests.
 */
class CorpusFieldsTest {
    private static final int MOST_VALUES = 40;
    private static final Set<Object> ABSENT =
            Set.of("", Optional.empty(), false, List.of(), Toggle.UNSET, LaunchSecurityType.NONE);

    /**
     * The fields for amounts. An equal amount in another unit does not change the text, and a
     * necessary unit is kept.
     */
    private static final Set<Field<DomainXml, ?>> AMOUNTS =
            Set.of(GuestFields.MEMORY, GuestFields.CURRENT_MEMORY, GuestFields.HARD_LIMIT);

    static Stream<Field<DomainXml, ?>> fields() {
        return Stream.of(GuestFields.all(), FirmwareFields.all(), LaunchSecurityFields.all())
                .flatMap(Collection::stream)
                .filter(field -> !AMOUNTS.contains(field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    <V> void takesTheValuesOfOtherGuestsAndComesBackWithoutTrace(Field<DomainXml, V> field)
            throws IOException, ProblemException {
        List<DomainXml> given =
                CorpusLosslessTest.corpus().stream()
                        .filter(domain -> !ABSENT.contains(field.get().apply(domain)))
                        .toList();
        List<V> values = given.stream().map(field.get()).distinct().limit(MOST_VALUES).toList();
        for (DomainXml domain : given) {
            V own = field.get().apply(domain);
            for (V value : values) {
                DomainXml set = field.with().apply(domain, value);
                assertThat(field.get().apply(set)).isEqualTo(value);
                assertThat(field.with().apply(set, own).text()).isEqualTo(domain.text());
            }
        }
    }
}
