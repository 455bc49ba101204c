package dev.halflife.sim.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, read with types and with complaints that name the field, the value and what is right. */
public final class Fields {

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final JsonNode node;

    /** The fields of this object. */
    public Fields(JsonNode node) {
        this.node = node;
    }

    /** Whether the field is there, even as null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** Whether the field is absent or null. */
    public boolean isNull(String name) {
        return !node.hasNonNull(name);
    }

    /** The raw value of a field that must be there. */
    public JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new MalformedInput("field " + name + " is missing");
        }
        return value;
    }

    /** A whole number of 64 bits. */
    public long integer(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number of 64 bits", value);
        }
        return value.longValue();
    }

    /** A whole number within a range. */
    public long integer(String name, long least, long most) {
        long value = integer(name);
        if (value < least || value > most) {
            throw new MalformedInput(name + " must be within [" + least + ", " + most + "]: " + value);
        }
        return value;
    }

    /** A number. JSON has no NaN; the text {@code "NaN"} is complained of like any other. */
    public double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return value.doubleValue();
    }

    /** A number, or what JSON has no number for as a text: {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
    public double numberOrNone(String name, String right) {
        double none = switch (required(name).asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
        if (!required(name).isNumber() && (none == 0 || !required(name).isTextual())) {
            throw wrong(name, right, required(name));
        }
        return none == 0 ? number(name) : none;
    }

    /** A boolean. */
    public boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /** A text. */
    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw wrong(name, "a text", value);
        }
        return value.textValue();
    }

    /** A text of a given form; {@code form} says it in words. */
    public String text(String name, Pattern pattern, String form) {
        return matching(name, required(name), pattern, form);
    }

    /** A text, or null where the field is null. */
    public @Nullable String textOrNull(String name) {
        return required(name).isNull() ? null : text(name);
    }

    /** A text of a given form, or null where the field is null. */
    public @Nullable String textOrNull(String name, Pattern pattern, String form) {
        JsonNode value = required(name);
        return value.isNull() ? null : matching(name, value, pattern, form);
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return texts(name, ANY, "a list of texts");
    }

    /** A list of texts of a given form. */
    public List<String> texts(String name, Pattern pattern, String form) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            texts.add(matching(name, element, pattern, form));
        }
        return texts;
    }

    /** A list of objects. */
    public List<Fields> objects(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        List<Fields> objects = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw wrong(name, "a list of objects", element);
            }
            objects.add(new Fields(element));
        }
        return objects;
    }

    /** An object. */
    public Fields object(String name) {
        JsonNode value = required(name);
        if (!value.isObject()) {
            throw wrong(name, "an object", value);
        }
        return new Fields(value);
    }

    /** The complaint that a field is not what it should be. */
    public static MalformedInput wrong(String name, String right, JsonNode value) {
        return new MalformedInput(name + " must be " + right + ": " + shortened(JsonText.of(value)));
    }

    private static String matching(String name, JsonNode value, Pattern pattern, String form) {
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            throw wrong(name, form, value);
        }
        return value.textValue();
    }

    /** The object itself, shortened. */
    @Override
    public String toString() {
        return shortened(JsonText.of(node));
    }

    static String shortened(String text) {
        return Printable.shortened(text, 80);
    }
}
