package dev.halflife.sim.write.interference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.halflife.model.NumberText;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;

/** A float32 as a field: a JSON number, or one of the texts {@code NaN}, {@code Infinity}, {@code -Infinity}. */
final class Float32 {

    private static final String RIGHT =
            "a number within the range of a 32-bit float, \"NaN\", \"Infinity\" or \"-Infinity\"";

    private static final float[] NOT_FINITE = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

    private Float32() {}

    /** The float nearest to what is written; throws {@link dev.halflife.sim.json.MalformedInput}. */
    static float read(Fields fields, String name) {
        JsonNode value = fields.required(name);
        if (value.isNumber() && Float.isFinite((float) value.doubleValue())) {
            return (float) value.doubleValue();
        }
        for (float odd : NOT_FINITE) {
            if (NumberText.of(odd).equals(value.textValue())) {
                return odd;
            }
        }
        throw Fields.wrong(name, RIGHT, value);
    }

    /** In the shortest form that {@link #read} turns into the same float. */
    static void write(FieldWriter fields, String name, float value) {
        if (!Float.isFinite(value)) {
            fields.text(name, NumberText.of(value));
            return;
        }
        fields.float32(name, value);
    }
}
