package io.sevguest.cli.guest;

import io.sevguest.cli.option.EnumConverter;
import io.sevguest.domain.Toggle;
import io.sevguest.launch.Acceleration;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.ObjectNotation;

/** Converters for the options of the guest commands that accept one of a few words. */
final class GuestConverters {
    private GuestConverters() {}

    /** Reads the value of {@code --accel}. */
    static final class AccelerationConverter extends EnumConverter<Acceleration> {
        AccelerationConverter() {
            super(Acceleration.class);
        }
    }

    /** Reads the value of {@code --platform}. */
    static final class PlatformConverter extends EnumConverter<EpycGeneration> {
        PlatformConverter() {
            super(EpycGeneration.class);
        }
    }

    /** Reads the value of {@code --object-notation}. */
    static final class NotationConverter extends EnumConverter<ObjectNotation> {
        NotationConverter() {
            super(ObjectNotation.class);
        }
    }

    /** Reads the value of {@code --as}. */
    static final class FormConverter extends EnumConverter<PreviewForm> {
        FormConverter() {
            super(PreviewForm.class);
        }
    }

    /** Reads the value of {@code --launch-security}. */
    static final class KindConverter extends EnumConverter<Setters.Kind> {
        KindConverter() {
            super(Setters.Kind.class);
        }
    }

    /** Reads the value of {@code --unset}. */
    static final class SetterConverter extends EnumConverter<SetterName> {
        SetterConverter() {
            super(SetterName.class);
        }
    }

    /** Reads the value of {@code --kernel-hashes}. */
    static final class ToggleConverter extends EnumConverter<Toggle> {
        ToggleConverter() {
            super(Toggle.class);
        }
    }
}
