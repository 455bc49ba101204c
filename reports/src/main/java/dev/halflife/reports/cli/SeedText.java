package dev.halflife.reports.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seeds as they are typed: decimal, or as they are printed, {@code 0x} and up to 16 hexadecimal digits. */
final class SeedText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("0x") ? Long.parseUnsignedLong(lower.substring(2), 16) : Long.parseLong(lower);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "--seed must be a whole number of 64 bits, decimal or 0x and hexadecimal: " + text);
        }
    }
}
