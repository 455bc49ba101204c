package dev.halflife.sim.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.halflife.impl.heat.ChainId;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.queue.QueueComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** The kit as JUnit sees it. */
final class RuleTestsTest {

    private static final String CORPUS = "target/kit-corpus";

    /** A test and how it ended. */
    private record Outcome(String name, Status status, String message) {
        static Outcome of(Event event) {
            TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
            return new Outcome(
                    event.getTestDescriptor().getDisplayName(),
                    result.getStatus(),
                    result.getThrowable().map(Throwable::getMessage).orElse(""));
        }
    }

    private static List<Outcome> run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(Outcome::of)
                .toList();
    }

    private static Outcome named(String prefix, List<Outcome> outcomes) {
        Optional<Outcome> found = outcomes.stream()
                .filter(outcome -> outcome.name().startsWith(prefix))
                .findFirst();
        assertThat(found).as(prefix).isPresent();
        return found.orElseThrow();
    }

    private static List<Outcome> ended(Status status, List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    @BeforeEach
    void begin() throws IOException {
        for (Corpus.Entry entry : new Corpus(Path.of(CORPUS)).entries()) {
            Files.delete(entry.path());
        }
    }

    /** A subject that comes with the harness, as somebody else's. */
    abstract static class Queue implements RuleTests<QueueConfig, QueueOperation, QueueReply> {

        private final QueueComponent component = new QueueComponent();
        private final String subject;

        Queue(String subject) {
            this.subject = subject;
        }

        @Override
        public Component<QueueConfig, ?, QueueOperation, QueueReply> component() {
            return component;
        }

        @Override
        public Subject<QueueOperation, QueueReply> subject(QueueConfig config) {
            return Subjects.defect(component, subject)
                    .map(defect -> defect.maker().faulty(config, Probe.NONE))
                    .orElseGet(() -> component.subject(subject, config));
        }

        @Override
        public Clock clock() {
            return Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
        }
    }

    @HalflifeTest(schedules = 300, depth = 3, corpus = "")
    static final class Silent extends Queue {
        Silent() {
            super("defect:dropped-in-silence");
        }
    }

    @Test
    void aMistakeFailsTheTestOfItsRuleAloneWithTheCounterexampleInTheMessage() {
        List<Outcome> outcomes = run(Silent.class);

        assertThat(ended(Status.FAILED, outcomes))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.name())
                        .isEqualTo("Q1 first in, first out; enqueueing at capacity drops the oldest, and says so"));
        assertThat(named("Q1", outcomes).message())
                .startsWith("Q1 violated by Silent (retry-queue, contract strict)\n")
                .containsPattern("enqueue +a1 +nothing dropped +expected: dropped a1\n")
                .contains("found by explore\n")
                .endsWith("replay   run this test again, with seed = 1\n");
        assertThat(named("Q2", outcomes).status()).isEqualTo(Status.SUCCESSFUL);
    }

    @HalflifeTest(schedules = 300, depth = 2, corpus = CORPUS)
    static final class Found extends Queue {
        Found() {
            super("published");
        }
    }

    @HalflifeTest(schedules = 1, depth = 1, corpus = CORPUS)
    static final class Again extends Queue {
        Again() {
            super("published");
        }
    }

    @Test
    void whatFailedOnceIsKeptAndTriedFirst() {
        Outcome found = named("F11", run(Found.class));
        assertThat(found.message()).contains("found by explore\n");
        assertThat(new Corpus(Path.of(CORPUS)).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.file().ending().foundAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
            assertThat(found.message()).endsWith("replay   run this test again: it tries " + entry.path() + " first\n");
        });

        assertThat(named("F11", run(Again.class)).message()).contains("kept in the corpus with 4 operations\n");
    }

    @HalflifeTest(schedules = 300, depth = 2, unsupported = "F11", corpus = "")
    static final class Unbounded extends Queue {
        Unbounded() {
            super("published");
        }
    }

    @Test
    void anUnsupportedFindingIsSkippedAndTheRestJudgedAsPublished() {
        List<Outcome> outcomes = run(Unbounded.class);
        assertThat(ended(Status.FAILED, outcomes)).isEmpty();
        assertThat(ended(Status.ABORTED, outcomes))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.message()).isEqualTo("F11 is declared unsupported"));
        assertThat(named("F11", outcomes).status()).isEqualTo(Status.ABORTED);
    }

    @HalflifeTest(schedules = 300, depth = 3, unsupported = "Q1", corpus = "")
    static final class SilentAndKnown extends Queue {
        SilentAndKnown() {
            super("defect:dropped-in-silence");
        }
    }

    @Test
    void anUnsupportedRuleThatIsBrokenSaysHowOften() {
        List<Outcome> outcomes = run(SilentAndKnown.class);
        assertThat(ended(Status.FAILED, outcomes)).isEmpty();
        assertThat(named("Q1", outcomes).message())
                .matches("Q1 is declared unsupported; broken in \\d+ of \\d+ schedules");
    }

    /** A registry that was never meant to be looked into, and knows one half-life. */
    abstract static class Simple implements HeatRegistryTests<ChainId> {

        @Override
        public RegistryUnderTest<ChainId> registry(HeatConfig config) {
            RegistryUnderTest<ChainId> reference = new ReferenceUnderTest<>(config);
            return new Delegating(reference) {
                @Override
                public @Nullable Observed observe(ChainId key) {
                    throw new UnsupportedOperationException("observe");
                }

                @Override
                public Bumped<ChainId> bump(ChainId key, long halfLifeNanos, long nowNanos) {
                    if (halfLifeNanos != config.policy().halfLifeNanos()) {
                        throw new UnsupportedOperationException("a half-life of its own");
                    }
                    return super.bump(key, halfLifeNanos, nowNanos);
                }
            };
        }

        @Override
        public ChainId key(String hex) {
            return ChainId.parse(hex);
        }
    }

    @HalflifeTest(schedules = 500, depth = 2, corpus = "")
    static final class Pretending extends Simple {}

    @HalflifeTest(
            schedules = 500,
            depth = 2,
            corpus = "",
            without = {"observe", "halfLifeNanos"})
    static final class Honest extends Simple {}

    @Test
    void whatASubjectHasNotIsLeftOutOfEverySchedule() {
        assertThat(ended(Status.FAILED, run(Pretending.class)))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.name()).isEqualTo("a subject answers every operation"));

        assertThat(ended(Status.FAILED, run(Honest.class))).isEmpty();
    }

    @Test
    void aRuleThatNothingPutToTheTestIsSkippedNotPassed() {
        List<Outcome> outcomes = run(Honest.class);
        assertThat(named("F10", outcomes).status()).isEqualTo(Status.ABORTED);
        assertThat(named("F10", outcomes).message()).matches("none of \\d+ schedules put F10 to the test");
        assertThat(named("D3", outcomes).status()).isEqualTo(Status.SUCCESSFUL);
    }

    @HalflifeTest(unsupported = "Z9")
    static final class Misspelt extends Queue {
        Misspelt() {
            super("reference");
        }
    }

    @HalflifeTest(depth = 0)
    static final class Shallow extends Queue {
        Shallow() {
            super("reference");
        }
    }

    @Test
    void aWrongSettingFailsWithASentence() {
        assertThat(ended(Status.FAILED, run(Misspelt.class)))
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.message()).isEqualTo("unsupported must be among Q1, Q2, F11: Z9"));
        assertThat(ended(Status.FAILED, run(Shallow.class)))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.message()).isEqualTo("depth must be within [1, 8]: 0"));
    }
}
