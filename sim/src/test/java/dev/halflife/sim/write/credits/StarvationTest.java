package dev.halflife.sim.write.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With steady contention no one flushes the published credits, and the pile has no bound (F6). */
class StarvationTest {

    private static final int TIMES = 1000;

    private final CreditsComponent component = new CreditsComponent();

    private static final List<Starvation> CONTENDED = Stream.of(1L, 2L, 3L)
            .flatMap(threshold -> Stream.of(new CreditsConfig(threshold, 2), new CreditsConfig(threshold, 3)))
            .map(config -> Starvation.find(config).orElseThrow())
            .toList();

    static List<Starvation> contended() {
        return CONTENDED;
    }

    @ParameterizedTest
    @MethodSource("contended")
    void f6_thePublishedPileGrowsForAsLongAsYouLike(Starvation starvation) {
        assertThat(starvation.growth()).isPositive();
        assertThat(pileAfter(starvation, TIMES) - pileAfter(starvation, 0)).isEqualTo(TIMES * starvation.growth());
    }

    @ParameterizedTest
    @MethodSource("contended")
    void f6_theStrictContractConvictsThePublishedPortOfIt(Starvation starvation) {
        Trial<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> trial =
                new Trial<>(component, "published", Contract.strict());

        assertThat(trial.judge(starvation.repeated(TIMES)).violated())
                .hasValueSatisfying(
                        violated -> assertThat(violated.violation().rule().id()).isEqualTo("F6"));
    }

    @ParameterizedTest
    @MethodSource("contended")
    void f6_theReferenceFlushesOnTheSameSchedule(Starvation starvation) {
        Trial<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> trial =
                new Trial<>(component, "reference", Contract.strict());
        try (Run<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> run =
                trial.start(starvation.config(), new Digest())) {
            long begun = 0;
            for (CreditsOperation operation : starvation.repeated(TIMES).operations()) {
                if (run.accepts(operation)) {
                    assertThat(run.apply(operation)).isTrue();
                    begun += operation instanceof CreditsOperation.Begin ? 1 : 0;
                }
            }
            assertThat(run.state().flushes())
                    .isGreaterThanOrEqualTo(begun / (2 * starvation.config().threshold()));
            assertThat(run.state().pile().credits())
                    .isLessThan(starvation.config().threshold());
        }
    }

    @Test
    void oneCallerAloneAlwaysFlushes() {
        assertThat(Starvation.find(new CreditsConfig(2, 1))).isEmpty();
    }

    @Test
    void twoCallersStarveEachOtherInSixSteps() {
        Starvation starvation = Starvation.find(new CreditsConfig(1, 2)).orElseThrow();

        assertThat(starvation.before()).hasSizeLessThanOrEqualTo(4);
        assertThat(starvation.block()).hasSize(6);
        assertThat(starvation.growth()).isEqualTo(2);
    }

    private long pileAfter(Starvation starvation, int times) {
        try (Subject<CreditsOperation, CreditsReply> port = component.subject("published", starvation.config())) {
            List<CreditsOperation> operations = starvation.repeated(times).operations();
            for (CreditsOperation operation : operations) {
                if (port.apply(operation) instanceof CreditsReply.Returned returned) {
                    assertThat(returned.flush()).isNull();
                }
            }
            return ((CreditsReply.Counted) port.apply(new CreditsOperation.Pending(0))).pile();
        }
    }
}
