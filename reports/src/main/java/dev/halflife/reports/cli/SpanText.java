package dev.halflife.reports.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of wall time as they are typed: {@code 90s}, {@code 5m}, {@code 2h}. */
class SpanText implements ITypeConverter<Duration> {

    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");

    private final String option;

    private SpanText(String option) {
        this.option = option;
    }

    /** Of {@code --for}. */
    static final class For extends SpanText {
        For() {
            super("--for");
        }
    }

    /** Of {@code --reply-limit}. */
    static final class ReplyLimit extends SpanText {
        ReplyLimit() {
            super("--reply-limit");
        }
    }

    /** Of {@code --shrink-for}. */
    static final class ShrinkFor extends SpanText {
        ShrinkFor() {
            super("--shrink-for");
        }
    }

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new TypeConversionException(option + " must be a span of time such as 90s, 5m or 2h: " + text);
        }
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
