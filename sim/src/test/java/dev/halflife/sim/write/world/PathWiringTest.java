package dev.halflife.sim.write.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Operation;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in the wiring, or in a part, is convicted, by the rule that it breaks. */
class PathWiringTest {

    @Test
    void theReferenceWiredAsItShouldBeIsNotConvicted() {
        assertThat(Hunt.convictions(Hunt::reference, PathRuntime::new)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("dev.halflife.sim.write.world.MiswiredPaths#all")
    void everyMiswiredPathIsConvictedByTheRuleItBreaks(String what, String rule, PathSubject.Wiring wiring) {
        assertThat(Hunt.convictions(Hunt::reference, wiring)).as(what).containsOnlyKeys(rule);
    }

    @Test
    void x8_aSaveThatNeverEndsKeepsTheWorldFromHealing() {
        Map<String, Integer> convictions = Hunt.convictions(
                config -> broken(
                        Hunt.reference(config),
                        Parts.STATISTICS,
                        correct -> operation -> operation instanceof StatisticsOperation.Step
                                ? new StatisticsReply.Stepped(StatisticsReply.Progress.GOES_ON, null)
                                : correct.apply(operation)),
                PathRuntime::new);

        assertThat(convictions).containsOnlyKeys("X8");
    }

    @Test
    void k1_aCursorThatGoesBackIsConvictedInTheWorldToo() {
        Map<String, Integer> convictions = Hunt.convictions(
                config -> broken(
                        Hunt.reference(config),
                        Parts.CURSOR,
                        correct -> operation -> operation instanceof CursorOperation.Advance
                                ? new CursorReply.Advanced(true)
                                : correct.apply(operation)),
                PathRuntime::new);

        assertThat(convictions).containsOnlyKeys("K1");
    }

    @Test
    void a1_creditsThatComeBackTwiceAreConvictedInTheWorldToo() {
        Map<String, Integer> convictions = Hunt.convictions(
                config -> broken(Hunt.reference(config), Parts.CREDITS, correct -> operation -> {
                    if (operation instanceof CreditsOperation.Restore) {
                        correct.apply(new CreditsOperation.RecordIds(0, List.of("a1")));
                    }
                    return correct.apply(operation);
                }),
                PathRuntime::new);

        assertThat(convictions).isNotEmpty();
        assertThat(convictions.keySet()).allMatch(rule -> rule.startsWith("A"));
    }

    /** The maker's subjects, but for one part, whose is changed. */
    private static <B extends Operation<B>, Q> LiveParts.Maker broken(
            LiveParts.Maker correct, Part<?, ?, B, Q> which, UnaryOperator<Subject<B, Q>> change) {
        return new LiveParts.Maker() {
            @Override
            @SuppressWarnings("unchecked")
            public <O extends Operation<O>, R> Subject<O, R> subject(Part<?, ?, O, R> part) {
                Subject<O, R> subject = correct.subject(part);
                return part.place() == which.place()
                        ? (Subject<O, R>) (Subject<?, ?>) change.apply((Subject<B, Q>) (Subject<?, ?>) subject)
                        : subject;
            }
        };
    }
}
