package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.halflife.model.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatOperationTest {

    @Test
    void aNegativeHalfLifeIsRefusedButForThePolicys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatOperation.Touch(0, "a", -2))
                .withMessage("halfLifeNanos must be within [0, 9223372036854775807]: -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatOperation.Bump(0, "a", -2))
                .withMessage("halfLifeNanos must be within [0, 9223372036854775807]: -2");
        assertThat(new HeatOperation.Touch(0, "a", -1)).isEqualTo(new HeatOperation.Touch(0, "a"));
        assertThat(new HeatOperation.Bump(0, "a", -1)).isEqualTo(new HeatOperation.Bump(0, "a"));
    }

    @Test
    void onlyWhatDecaysOrCreatesReadsTheTime() {
        assertThat(List.of(Ask.touch("a"), Ask.bump("a"), Ask.tick(1))).allMatch(Operation::readsTime);
        assertThat(List.of(Ask.commit(1), Ask.rollback(1), Ask.remove("a"), Ask.observe("a"), Ask.len()))
                .noneMatch(Operation::readsTime);
    }
}
