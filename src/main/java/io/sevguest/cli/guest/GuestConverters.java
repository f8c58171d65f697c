package io.sevguest.cli.guest;

import io.sevguest.cli.option.EnumConverter;
import io.sevguest.domain.Toggle;
import io.sevguest.launch.Acceleration;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.ObjectNotation;

/** The options of the guest's commands that take one of a few words. */
final class GuestConverters {
    private GuestConverters() {}

    /** Reads the value of {@code --accel}. */
    static final class OfAcceleration extends EnumConverter<Acceleration> {
        OfAcceleration() {
            super(Acceleration.class);
        }
    }

    /** Reads the value of {@code --platform}. */
    static final class OfPlatform extends EnumConverter<EpycGeneration> {
        OfPlatform() {
            super(EpycGeneration.class);
        }
    }

    /** Reads the value of {@code --object-notation}. */
    static final class OfNotation extends EnumConverter<ObjectNotation> {
        OfNotation() {
            super(ObjectNotation.class);
        }
    }

    /** Reads the value of {@code --as}. */
    static final class OfForm extends EnumConverter<PreviewForm> {
        OfForm() {
            super(PreviewForm.class);
        }
    }

    /** Reads the value of {@code --launch-security}. */
    static final class OfKind extends EnumConverter<Setters.Kind> {
        OfKind() {
            super(Setters.Kind.class);
        }
    }

    /** Reads the value of {@code --unset}. */
    static final class OfSetter extends EnumConverter<SetterName> {
        OfSetter() {
            super(SetterName.class);
        }
    }

    /** Reads the value of {@code --kernel-hashes}. */
    static final class OfToggle extends EnumConverter<Toggle> {
        OfToggle() {
            super(Toggle.class);
        }
    }
}
