package dev.halflife.model.heat;

import static dev.halflife.model.heat.Ask.len;
import static dev.halflife.model.heat.Ask.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.heat.HeatReply.Emission;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {

    @Test
    void aTickIsPredictedInTheOrderOfTheKeys() {
        History history = History.strict().bump("a").bump("b").bump("cc");
        history.tick(1).commit(1).remove("b").bump("d").bump("bb").bump("ab");

        assertThat(history.predicted(tick(2)))
                .isEqualTo(new HeatReply.Ticked(List.of(
                        new Emission("ab", 1), new Emission("b", 0), new Emission("bb", 1), new Emission("d", 1))));
    }

    @Test
    void aCountIsPredicted() {
        assertThat(History.published().bump("a").bump("b").predicted(len())).isEqualTo(Answer.counted(2));
    }
}
