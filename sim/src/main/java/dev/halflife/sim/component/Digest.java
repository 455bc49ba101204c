package dev.halflife.sim.component;

import dev.halflife.sim.json.FieldWriter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running 64-bit digest of events: equal for equal sequences on any JVM, different for different ones but for chance.
 * Mixes each value with the finalizer of MurmurHash3. Of fields it takes the values in their order, not the names. Not
 * thread-safe.
 */
public final class Digest implements FieldWriter {

    private static final long NOTHING = 0x9E3779B97F4A7C15L;

    private long value;

    /** Takes in a number. */
    public Digest add(long number) {
        long z = (value ^ number) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        value = z ^ (z >>> 29) ^ Long.rotateLeft(value, 23);
        return this;
    }

    /** Takes in a number's bits; NaNs are one. */
    public Digest add(double number) {
        return add(Double.doubleToLongBits(number));
    }

    /** Takes in a text. */
    public Digest add(CharSequence text) {
        return add(((long) text.toString().hashCode() << 32) | text.length());
    }

    @Override
    public Digest text(String name, @Nullable String text) {
        return text == null ? add(NOTHING) : add(text);
    }

    @Override
    public Digest integer(String name, long number) {
        return add(number);
    }

    @Override
    public Digest number(String name, double number) {
        return add(number);
    }

    @Override
    public Digest float32(String name, float number) {
        return add((double) number);
    }

    @Override
    public Digest flag(String name, boolean flag) {
        return add(flag ? 1L : 0L);
    }

    @Override
    public Digest nothing(String name) {
        return add(NOTHING);
    }

    @Override
    public Digest texts(String name, Collection<String> texts) {
        add((long) texts.size());
        texts.forEach(this::add);
        return this;
    }

    @Override
    public <T> Digest objects(String name, Collection<T> elements, BiConsumer<T, FieldWriter> fields) {
        add((long) elements.size());
        for (T element : elements) {
            fields.accept(element, this);
        }
        return this;
    }

    @Override
    public Digest object(String name, Consumer<FieldWriter> fields) {
        fields.accept(this);
        return this;
    }

    /** The digest so far. */
    public long value() {
        return value;
    }

    /** A digest as 16 hexadecimal digits. */
    public static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
