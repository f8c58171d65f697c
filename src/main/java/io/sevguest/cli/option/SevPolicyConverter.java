package io.sevguest.cli.option;

import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a policy, in decimal or in hexadecimal with {@code 0x}. */
public final class SevPolicyConverter implements ITypeConverter<SevPolicy> {
    @Override
    public SevPolicy convert(String value) {
        try {
            return SevPolicy.parse(value);
        } catch (ProblemException wrong) {
            throw new TypeConversionException(wrong.problem().what() + " " + wrong.problem().fix());
        }
    }
}
