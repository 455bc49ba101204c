package dev.halflife.sim.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Substitute;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.subject.SubjectFailure;
import dev.halflife.sim.subject.SubjectRule;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Shrinking keeps to its budget, keeps the best so far, and waits for a hang no oftener than it must. */
class ShrinkingTest {

    private static final Component<?, ?, ?, ?> HEAT = Components.named("heat-registry");

    /** Passes a second whenever it is asked. */
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void withoutATimeLimitNothingIsCutShort() {
        assertThat(shrunk(HEAT, Shrinking.WITHOUT_END)).isNotEmpty().allSatisfy(broken -> {
            assertThat(broken.first().cut()).isFalse();
            assertThat(broken.first().schedule()).isEqualTo(again(broken));
        });
    }

    private static <C, S, O extends Operation<O>, R> Object again(Tally.Broken<C, S, O, R> broken) {
        return Shrinker.shrink(broken.first()).schedule();
    }

    @Test
    void whenTheTimeIsUpTheBestSoFarIsKeptAndStillBreaksItsRule() {
        List<? extends Tally.Broken<?, ?, ?, ?>> whole = shrunk(HEAT, Shrinking.WITHOUT_END);
        List<? extends Tally.Broken<?, ?, ?, ?>> brief = shrunk(HEAT, 20L * whole.size());
        assertThat(brief).hasSameSizeAs(whole);
        for (int i = 0; i < brief.size(); i++) {
            Counterexample<?, ?, ?, ?> cut = brief.get(i).first();
            assertThat(cut.cut()).isTrue();
            assertThat(cut.schedule().operations())
                    .hasSizeLessThan(cut.foundLength())
                    .hasSizeGreaterThanOrEqualTo(
                            whole.get(i).first().schedule().operations().size());
            assertStillBroken(cut);
        }
    }

    private static <C, S, O extends Operation<O>, R> void assertStillBroken(Counterexample<C, S, O, R> cut) {
        assertThat(cut.trial().judge(cut.schedule()).violated()).hasValueSatisfying(violated -> {
            assertThat(violated.violation()).isEqualTo(cut.violation());
            assertThat(violated.digest()).isEqualTo(cut.digest());
        });
    }

    @Test
    void eachBrokenRuleGetsItsShareOfTheTime() {
        List<? extends Tally.Broken<?, ?, ?, ?>> brief = shrunk(HEAT, 120);
        assertThat(brief).hasSizeGreaterThan(4);
        assertThat(brief)
                .filteredOn(broken -> broken.first().schedule().operations().size()
                        < broken.first().foundLength())
                .hasSizeGreaterThan(4);
        assertThat(seconds.get()).isLessThan(120 + 4L * brief.size());
    }

    @Test
    void whoIsAskedToStopBeforeHasWhatWasFound() {
        Tally<?, ?, ?, ?> tally = fuzz(HEAT, "published");
        List<? extends Tally.Broken<?, ?, ?, ?>> shrunk = shrunk(tally, Shrinking.WITHOUT_END, () -> true);
        assertThat(shrunk).hasSameSizeAs(tally.broken()).allSatisfy(broken -> {
            assertThat(broken.first().cut()).isTrue();
            assertThat(broken.first().schedule().operations())
                    .hasSize(broken.first().foundLength());
        });
    }

    /** Each hang costs the whole time limit of a reply. */
    @Test
    void aHangIsShrunkToTheOperationThatHangsWithAHandfulOfHangs() {
        AtomicLong hangs = new AtomicLong();
        List<? extends Tally.Broken<?, ?, ?, ?>> broken = shrunk(hanging(HEAT, hangs, 1), Shrinking.WITHOUT_END);
        assertThat(broken).singleElement().satisfies(one -> {
            assertThat(one.first().foundLength()).isGreaterThan(1);
            assertThat(one.first().schedule().operations()).hasSize(1);
        });
        assertThat(hangs.get() - 128).isLessThanOrEqualTo(2);
    }

    @Test
    void aHangThatNeedsMoreThanOneOperationKeepsThem() {
        AtomicLong hangs = new AtomicLong();
        List<? extends Tally.Broken<?, ?, ?, ?>> broken = shrunk(hanging(HEAT, hangs, 3), Shrinking.WITHOUT_END);
        assertThat(broken)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.first().schedule().operations()).hasSize(3));
        assertThat(hangs.get() - 128).isLessThanOrEqualTo(8);
    }

    private static <C, S, O extends Operation<O>, R> Component<C, S, O, R> hanging(
            Component<C, S, O, R> component, AtomicLong hangs, int from) {
        return new Substitute<C, S, O, R>(
                component, config -> new Hanging<O, R>(component.subject("reference", config), hangs, from));
    }

    /** Hangs on a tick from its {@code from}-th operation on. */
    private static final class Hanging<O, R> implements Subject<O, R> {
        private final Subject<O, R> right;
        private final AtomicLong hangs;
        private final int from;
        private int asked;

        Hanging(Subject<O, R> right, AtomicLong hangs, int from) {
            this.right = right;
            this.hangs = hangs;
            this.from = from;
        }

        @Override
        public R apply(O operation) {
            asked++;
            if (asked >= from && operation.toString().startsWith("Tick")) {
                hangs.incrementAndGet();
                throw new SubjectFailure(SubjectRule.TIMEOUT, "nothing within 5 s");
            }
            return right.apply(operation);
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }

    private List<? extends Tally.Broken<?, ?, ?, ?>> shrunk(Component<?, ?, ?, ?> component, long mostSeconds) {
        return shrunk(fuzz(component, "published"), mostSeconds, Parallel.Stop.NEVER);
    }

    private <C, S, O extends Operation<O>, R> List<Tally.Broken<C, S, O, R>> shrunk(
            Tally<C, S, O, R> tally, long mostSeconds, Parallel.Stop stop) {
        seconds.set(0);
        return new Shrinking(seconds::incrementAndGet, () -> mostSeconds, stop)
                .shrink(tally.broken(), Hunting.PLAIN, Progress.NONE);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> fuzz(
            Component<C, S, O, R> component, String subject) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, Contract.strict());
        return new Campaign<>(trial, 1, 1).run(128, Parallel.Stop.NEVER, Progress.NONE);
    }
}
