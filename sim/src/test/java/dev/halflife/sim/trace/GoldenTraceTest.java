package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording of the original, and of the strict prototype, keeps the contract it was recorded under. */
class GoldenTraceTest {

    @ParameterizedTest
    @MethodSource("dev.halflife.sim.trace.Golden#names")
    void recordingsHold(String name) throws IOException {
        TraceResult result =
                new TraceChecker(Contract.published()).check(name, new ByteArrayInputStream(Golden.bytes(name)));

        assertThat(result).isInstanceOf(TraceResult.Holds.class);
    }
}
