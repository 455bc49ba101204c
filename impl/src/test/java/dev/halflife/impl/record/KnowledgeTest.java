package dev.halflife.impl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Of which keys a trace knows enough to be judged. */
final class KnowledgeTest {

    private final Knowledge<String> knowledge = new Knowledge<>();

    @Test
    void fromTheStartEverythingIsKnown() {
        assertThat(knowledge.has("a")).isTrue();
        assertThat(knowledge.issued(1, Map.of("a", 1.0))).containsOnlyKeys("a");
        assertThat(knowledge.answered(1, null, true)).containsOnly("a");
        assertThat(knowledge.answered(2, null, true)).isNull();
    }

    @Test
    void anAnswerToATickOfLongAgoCannotBeTold() {
        for (long tick = 0; tick <= Knowledge.REMEMBERED_TICKS; tick++) {
            knowledge.issued(tick, Map.of());
        }
        assertThat(knowledge.answered(0, null, true)).isNull();
        assertThat(knowledge.answered(1, null, true)).isEmpty();
    }

    /** When a step was dropped. */
    @Nested
    final class AfterAGap {

        @BeforeEach
        void gap() {
            knowledge.issued(1, Map.of("a", 1.0));
            knowledge.forget();
        }

        @Test
        void nothingIsKnownAndTicksTellNothing() {
            assertThat(knowledge.has("a")).isFalse();
            assertThat(knowledge.issued(2, Map.of("a", 1.0))).isEmpty();
            assertThat(knowledge.answered(2, null, true)).isEmpty();
            assertThat(knowledge.has("a")).isFalse();
            assertThat(knowledge.answered(1, null, true)).isNull();
        }

        @Test
        void aKeyIsKnownOnceItsWithdrawalIsCommitted() {
            knowledge.issued(2, Map.of("a", 0.0, "b", 0.0));
            knowledge.answered(2, Set.of("a"), true);
            assertThat(knowledge.has("a")).isTrue();
            assertThat(knowledge.has("b")).isFalse();
            assertThat(knowledge.issued(3, Map.of("a", 1.0, "b", 0.0))).containsOnlyKeys("a");
        }

        @Test
        void aKeyThatIsReadBeforeItsWithdrawalIsCommittedIsNotKnown() {
            knowledge.issued(2, Map.of("a", 0.0));
            knowledge.changed("a");
            knowledge.answered(2, null, true);
            assertThat(knowledge.has("a")).isFalse();
        }

        @Test
        void aRollbackOrAnotherAnswerBetweenSettlesNothing() {
            knowledge.issued(2, Map.of("a", 0.0, "b", 0.0));
            knowledge.answered(2, Set.of("a"), false);
            knowledge.answered(2, Set.of("a"), true);
            assertThat(knowledge.has("a")).isFalse();

            knowledge.issued(3, Map.of("b", 0.0));
            knowledge.answered(2, Set.of("b"), true);
            knowledge.answered(3, null, true);
            assertThat(knowledge.has("b")).isFalse();
        }

        @Test
        void anAnswerToATickThatTheTraceWasNotToldOfCannotBeToldOnceTheKeyIsKnown() {
            knowledge.issued(2, Map.of("a", 1.0));
            knowledge.issued(3, Map.of("a", 0.0));
            knowledge.answered(3, null, true);
            assertThat(knowledge.answered(2, null, true)).isNull();
        }
    }
}
