package dev.halflife.sim.json;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where fields are written to by name, in order: a JSON object, or a digest. The counterpart of {@link Fields}, so that
 * what is written down and what is digested cannot differ. Not thread-safe.
 */
public interface FieldWriter {

    /** A text, or null. */
    FieldWriter text(String name, @Nullable String value);

    /** A whole number. */
    FieldWriter integer(String name, long value);

    /** A number; one that is not finite becomes a text, as JSON knows none: {@code "NaN"}, {@code "-Infinity"}. */
    FieldWriter number(String name, double value);

    /** A finite 32-bit float, in the shortest form that reads back to it. */
    FieldWriter float32(String name, float value);

    /** A boolean. */
    FieldWriter flag(String name, boolean value);

    /** A field that is there, and null. */
    FieldWriter nothing(String name);

    /** A list of texts. */
    FieldWriter texts(String name, Collection<String> values);

    /** A list of objects, each with the fields that {@code fields} writes. */
    <T> FieldWriter objects(String name, Collection<T> elements, BiConsumer<T, FieldWriter> fields);

    /** An object with the fields that {@code fields} writes. */
    FieldWriter object(String name, Consumer<FieldWriter> fields);
}
