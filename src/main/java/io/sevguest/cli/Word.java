package io.sevguest.cli;

import io.sevguest.domain.Toggle;
import io.sevguest.launch.Acceleration;
import io.sevguest.measurement.SecretPadding;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.Platform;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of the few words that an option takes, and lists them for help and completion. The
 * words are the names of the constants in lower case, with dashes.
 *
 * @param <E> what the words stand for
 */
abstract class Word<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final List<E> values;

    private Word(Class<E> type) {
        this.values = List.of(type.getEnumConstants());
    }

    /** The word for a value. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        return values.stream()
                .filter(value -> of(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(refusal(text)));
    }

    private String refusal(String text) {
        return "\"" + text + "\" is none of " + String.join(", ", this) + ".";
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(Word::of).iterator();
    }

    /** Of {@code --accel}. */
    static final class OfAcceleration extends Word<Acceleration> {
        OfAcceleration() {
            super(Acceleration.class);
        }
    }

    /** Of {@code --padding}. */
    static final class OfPadding extends Word<SecretPadding> {
        OfPadding() {
            super(SecretPadding.class);
        }
    }

    /** Of {@code --platform}. */
    static final class OfPlatform extends Word<Platform> {
        OfPlatform() {
            super(Platform.class);
        }
    }

    /** Of {@code --object-notation}. */
    static final class OfNotation extends Word<ObjectNotation> {
        OfNotation() {
            super(ObjectNotation.class);
        }
    }

    /** Of {@code --as}. */
    static final class OfForm extends Word<PreviewForm> {
        OfForm() {
            super(PreviewForm.class);
        }
    }

    /** Of {@code --launch-security}. */
    static final class OfKind extends Word<Setters.Kind> {
        OfKind() {
            super(Setters.Kind.class);
        }
    }

    /** Of {@code --unset}. */
    static final class OfSetter extends Word<SetterName> {
        OfSetter() {
            super(SetterName.class);
        }
    }

    /** Of {@code --kernel-hashes}. */
    static final class OfToggle extends Word<Toggle> {
        OfToggle() {
            super(Toggle.class);
        }
    }
}
