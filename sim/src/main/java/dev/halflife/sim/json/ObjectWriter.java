package dev.halflife.sim.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.NumberText;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields into a JSON object.
 *
 * @param node the object
 */
public record ObjectWriter(ObjectNode node) implements FieldWriter {

    @Override
    public ObjectWriter text(String name, @Nullable String value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ObjectWriter integer(String name, long value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ObjectWriter number(String name, double value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ObjectWriter float32(String name, float value) {
        double shortest = Double.parseDouble(NumberText.of(value));
        return number(name, (float) shortest == value ? shortest : value); // of two roundings, the second may go astray
    }

    @Override
    public ObjectWriter flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ObjectWriter nothing(String name) {
        node.putNull(name);
        return this;
    }

    @Override
    public ObjectWriter texts(String name, Collection<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    @Override
    public <T> ObjectWriter objects(String name, Collection<T> elements, BiConsumer<T, FieldWriter> fields) {
        ArrayNode array = node.putArray(name);
        for (T element : elements) {
            fields.accept(element, new ObjectWriter(array.addObject()));
        }
        return this;
    }

    @Override
    public ObjectWriter object(String name, Consumer<FieldWriter> fields) {
        fields.accept(new ObjectWriter(node.putObject(name)));
        return this;
    }
}
