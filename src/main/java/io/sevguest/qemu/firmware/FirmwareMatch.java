package io.sevguest.qemu.firmware;

import io.sevguest.qemu.FirmwareDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Picks a firmware through its descriptor, as libvirt does.
 *
 * <p>Source: libvirt 11.3.0, qemu_firmware.c, qemuFirmwareMatchDomain.
 */
public final class FirmwareMatch {
    private final FirmwareWish wish;

    public FirmwareMatch(FirmwareWish wish) {
        this.wish = wish;
    }

    /** The first of the descriptors that fits. */
    Optional<FirmwareDescriptor> first(List<FirmwareDescriptor> descriptors) {
        return descriptors.stream().filter(it -> refusal(it).isEmpty()).findFirst();
    }

    /**
     * Returns the reason why a descriptor does not fit, as the end of a sentence; empty if it fits.
     */
    public Optional<String> refusal(FirmwareDescriptor descriptor) {
        if (!descriptor.interfaceTypes().contains("uefi")) {
            return Optional.of("is not UEFI");
        }
        if (!isForMachine(descriptor)) {
            return Optional.of("is not made for " + wish.machine());
        }
        for (String feature : wish.needed().stream().sorted().toList()) {
            if (!descriptor.has(feature)) {
                return Optional.of("lacks the feature " + feature);
            }
        }
        return features(descriptor).or(() -> mapping(descriptor.mapping()));
    }

    private boolean isForMachine(FirmwareDescriptor descriptor) {
        return descriptor.targets().stream()
                .filter(target -> target.architecture().equals(wish.architecture()))
                .flatMap(target -> target.machines().stream())
                .anyMatch(glob -> matches(glob, wish.machine()));
    }

    /** A glob of {@code *} and {@code ?}, as descriptors use them. */
    static boolean matches(String glob, String name) {
        var pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    private Optional<String> features(FirmwareDescriptor descriptor) {
        if (differs(wish.secureBoot(), descriptor.has("secure-boot"))) {
            return Optional.of("differs about Secure Boot");
        }
        if (differs(wish.enrolledKeys(), descriptor.has("enrolled-keys"))) {
            return Optional.of("differs about enrolled keys");
        }
        boolean requiresSmm = descriptor.has("requires-smm");
        if (requiresSmm && (wish.smm().equals("off") || wish.secureLoader().equals("no"))) {
            return Optional.of("needs SMM, which is switched off");
        }
        if (!requiresSmm && wish.secureLoader().equals("yes")) {
            return Optional.of("does not use SMM, which the loader asks for");
        }
        return Optional.empty();
    }

    private static boolean differs(String wanted, boolean there) {
        return (wanted.equals("yes") && !there) || (wanted.equals("no") && there);
    }

    private Optional<String> mapping(FirmwareDescriptor.Mapping mapping) {
        if (mapping instanceof FirmwareDescriptor.Flash flash) {
            return flash(flash);
        }
        if (mapping instanceof FirmwareDescriptor.Memory memory) {
            return image("rom", memory.file());
        }
        return Optional.of("is neither for flash nor for memory");
    }

    private Optional<String> flash(FirmwareDescriptor.Flash flash) {
        FirmwareDescriptor.FlashMode wanted =
                wish.stateless().equals("yes")
                        ? FirmwareDescriptor.FlashMode.STATELESS
                        : FirmwareDescriptor.FlashMode.SPLIT;
        if (flash.mode() != wanted) {
            return Optional.of(
                    wanted == FirmwareDescriptor.FlashMode.STATELESS
                            ? "is not stateless"
                            : "has no variable store beside it");
        }
        String format = flash.executable().format();
        if (!format.equals("raw") && !format.equals("qcow2")) {
            return Optional.of("has the format " + format);
        }
        if (!wish.format().isEmpty() && !wish.format().equals(format)) {
            return Optional.of("has the format " + format + ", not " + wish.format());
        }
        return image("pflash", flash.executable().file());
    }

    private Optional<String> image(String type, String file) {
        if (!wish.loaderType().isEmpty() && !wish.loaderType().equals(type)) {
            return Optional.of("is for a loader of the type " + type);
        }
        return wish.loader().isEmpty() || wish.loader().equals(file)
                ? Optional.empty()
                : Optional.of("is another image");
    }
}
