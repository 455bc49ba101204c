package dev.halflife.sim.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.NumberText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two writers that share no code write a number alike: that of the model, and that of Jackson, which the reference uses. */
class JsonTextProperties {

    @Property(tries = 5_000, seed = "20261205")
    void jsonHoldsDoublesAsTheModelWritesThem(@ForAll("doubles") double value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("n", value);

        assertThat(JsonText.of(node)).isEqualTo("{\"n\":" + NumberText.of(value) + "}");
        assertThat(NumberOutput.toString(value, true)).isEqualTo(NumberText.of(value));
    }

    @Property(tries = 5_000, seed = "20261206")
    void aFloatIsWrittenInDigitsThatReadBackToIt(@ForAll("floats") float value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        new ObjectWriter(node).float32("n", value);

        assertThat((float) Double.parseDouble(node.get("n").asText())).isEqualTo(value);
        assertThat(NumberOutput.toString(value, true)).isEqualTo(NumberText.of(value));
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.integers().between(-1074, 1023).map(power -> StrictMath.scalb(1.0, power)),
                Arbitraries.integers().map(thousandths -> thousandths / 1000.0));
    }

    @Provide
    Arbitrary<Float> floats() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Float::intBitsToFloat).filter(Float::isFinite),
                Arbitraries.integers().between(-149, 127).map(power -> StrictMath.scalb(1.0f, power)),
                Arbitraries.integers().between(-100_000, 100_000).map(hundredths -> hundredths / 100f));
    }
}
