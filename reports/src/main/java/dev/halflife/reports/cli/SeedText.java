package dev.halflife.reports.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seeds as they are typed: decimal, or as they are printed, {@code 0x} and up to 16 hexadecimal digits. */
final class SeedText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return text.matches("0[xX][0-9a-fA-F]+")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : WithinRange.decimal(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "--seed must be a whole number of 64 bits, decimal or 0x and hexadecimal: " + text);
        }
    }
}
