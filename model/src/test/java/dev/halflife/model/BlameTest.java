package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blame and leniency on a lamp that a button lights and darkens. */
class BlameTest {

    private enum LampRule implements Rule {
        ON,
        OFF,
        COUNT;

        @Override
        public String id() {
            return name();
        }

        @Override
        public String text() {
            return name();
        }
    }

    private record Press(boolean reads) implements Operation<Press> {
        @Override
        public long atNanos() {
            return 0;
        }

        @Override
        public boolean readsTime() {
            return false;
        }

        @Override
        public Press movedTo(long nanos) {
            return this;
        }
    }

    private record Lamp(boolean lit, int presses) {}

    /** Replies whether the lamp is lit and how often it was pressed; {@code stuck} is what a press never leads to. */
    private record LampSpec(Optional<Boolean> stuck, List<Lapse<Lamp, Press, Lamp>> lapses)
            implements Spec<Lamp, Press, Lamp> {

        @Override
        public List<? extends Rule> rules() {
            return List.of(LampRule.values());
        }

        @Override
        public Lamp initial() {
            return new Lamp(false, 0);
        }

        @Override
        public Optional<String> refusal(Lamp state, Press press) {
            return Optional.empty();
        }

        @Override
        public Lamp predict(Lamp state, Press press) {
            if (press.reads()) {
                return state;
            }
            boolean goesOn = !stuck.equals(Optional.of(!state.lit()));
            return new Lamp(goesOn != state.lit(), state.presses() + 1);
        }

        @Override
        public Step<Lamp> judge(Lamp state, Press press, Lamp reply) {
            Lamp right = predict(state, press);
            // The check of the light comes late: only a read is looked at.
            boolean allowed = press.reads() ? reply.equals(right) : reply.presses() == right.presses();
            return allowed
                    ? new Step.Accepted<>(right, 0)
                    : new Step.Rejected<>(new Violation(LampRule.COUNT, right.toString(), reply.toString()));
        }

        @Override
        public int difference(Lamp expected, Lamp seen) {
            return (expected.lit() == seen.lit() ? 0 : 1) + (expected.presses() == seen.presses() ? 0 : 1);
        }
    }

    private static final LampSpec SPEC =
            new LampSpec(Optional.empty(), List.of(stuck(LampRule.ON, true), stuck(LampRule.OFF, false)));
    private static final Press PRESS = new Press(false);
    private static final Press READ = new Press(true);

    private static Lapse<Lamp, Press, Lamp> stuck(Rule rule, boolean never) {
        return new Lapse<>(rule, new LampSpec(Optional.of(never), List.of()));
    }

    private static Rule blamed(List<Press> presses, List<Lamp> replies) {
        Lamp state = SPEC.initial();
        for (int i = 0; i < presses.size(); i++) {
            Step<Lamp> step = SPEC.judge(state, presses.get(i), replies.get(i));
            if (step instanceof Step.Rejected<Lamp> rejected) {
                assertThat(i).isEqualTo(presses.size() - 1);
                return Blame.of(SPEC, SPEC.initial(), presses, replies, rejected.violation())
                        .rule();
            }
            state = ((Step.Accepted<Lamp>) step).state();
        }
        throw new AssertionError("nothing is broken");
    }

    @Test
    void aLapseThatExplainsTheWholeHistoryNamesTheRule() {
        List<Press> once = List.of(PRESS, READ);
        assertThat(blamed(once, List.of(new Lamp(false, 1), new Lamp(false, 1))))
                .isEqualTo(LampRule.ON);
        List<Press> twice = List.of(PRESS, PRESS, READ);
        assertThat(blamed(twice, List.of(new Lamp(true, 1), new Lamp(true, 2), new Lamp(true, 2))))
                .isEqualTo(LampRule.OFF);
    }

    @Test
    void theLapseThatComesClosestNamesTheRuleWhereNoneExplains() {
        List<Press> once = List.of(PRESS, READ);
        assertThat(blamed(once, List.of(new Lamp(false, 1), new Lamp(false, 7))))
                .isEqualTo(LampRule.ON);
    }

    @Test
    void theCheckThatFailedNamesTheRuleWhereNoLapseComesCloser() {
        List<Press> once = List.of(PRESS, READ);
        assertThat(blamed(once, List.of(new Lamp(true, 1), new Lamp(true, 7)))).isEqualTo(LampRule.COUNT);
        assertThat(blamed(List.of(PRESS), List.of(new Lamp(true, 0)))).isEqualTo(LampRule.COUNT);
    }

    @Test
    void aLenientJudgeAllowsWhatAnyLapseOfItsRuleAllowsAndNothingElse() {
        Leniency<Lamp, Press, Lamp> judge = new Leniency<>(SPEC, LampRule.ON);
        assertThat(judge.lenient()).isTrue();
        assertThat(judge.allows(PRESS, new Lamp(false, 1))).isTrue();
        assertThat(judge.allows(READ, new Lamp(false, 1))).isTrue();
        assertThat(judge.convicts()).isNull();
        assertThat(judge.allows(READ, new Lamp(true, 1))).isFalse();
        assertThat(judge.convicts()).isEqualTo(LampRule.COUNT);
        assertThat(judge.allows(READ, new Lamp(false, 1))).isFalse();
    }

    @Test
    void aRuleWithoutALapseLeavesNothingToBeLenientAbout() {
        assertThat(new Leniency<>(SPEC, LampRule.COUNT).lenient()).isFalse();
    }
}
