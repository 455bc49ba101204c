package dev.halflife.sim.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.shrink.Shrinker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of failures. */
final class CorpusTest {

    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T12:00:00Z");

    /** As it was written when the format was younger. */
    private static final Path OLD = Path.of("src/test/resources/corpus");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void whatIsKeptIsReadBackWithWhenAndByWhatItWasFound() {
        Corpus corpus = new Corpus(directory.resolve("made").resolve("when needed"));
        ScheduleFile<?, ?, ?, ?> found = found("circuit-breaker", 4);

        Path path = corpus.keep(found, THEN);

        assertThat(path.getFileName().toString()).matches("circuit-breaker-F8-[0-9a-f]{16}\\.json");
        assertThat(corpus.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.file()).isEqualTo(found.foundAt(THEN));
            assertThat(entry.file().ending().engine()).isEqualTo("fuzz");
            assertThat(entry.file().ending().seed()).isEqualTo(4);
        });
    }

    @Test
    void whoFindsTheSameShapeAgainAddsNothing() {
        Corpus corpus = new Corpus(directory);
        corpus.keep(found("circuit-breaker", 4), THEN);

        corpus.keep(slower(found("circuit-breaker", 5)), LATER);

        assertThat(corpus.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.file().ending().foundAt()).isEqualTo(THEN));
    }

    /** The same with every pause twice as long: another schedule of the same shape. */
    private static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> slower(ScheduleFile<C, S, O, R> file) {
        List<O> slow = new ArrayList<>();
        file.schedule().operations().forEach(operation -> slow.add(operation.movedTo(2 * operation.atNanos())));
        Schedule<C, O> schedule = file.schedule().with(slow);
        assertThat(schedule).isNotEqualTo(file.schedule());
        return new ScheduleFile<>(file.trial(), schedule, file.ending());
    }

    @Test
    void anotherOrderIsAnotherShape() {
        ScheduleFile<?, ?, ?, ?> found = found("retry-queue", 4);
        assertThat(backwards(found).corpusName()).isNotEqualTo(found.corpusName());
    }

    private static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> backwards(ScheduleFile<C, S, O, R> file) {
        List<O> back = new ArrayList<>();
        file.schedule().operations().forEach(operation -> back.add(0, operation));
        return new ScheduleFile<>(file.trial(), file.schedule().with(back), file.ending());
    }

    @Test
    void whatAnOlderHalflifeWroteIsReadUnderItsNameAndEndsAsItDid() {
        Corpus.Entry entry = new Corpus(OLD).entries().get(0);
        assertThat(entry.path()).content().contains("halflife-schedule/1");
        assertThat(entry.file().ending().foundAt()).isNull();
        assertThat(entry.file().corpusName())
                .isEqualTo(entry.path().getFileName().toString());
        assertThat(tried("published").broken())
                .singleElement()
                .satisfies(broken ->
                        assertThat(broken.first().violation().rule().id()).isEqualTo("F11"));
        assertThat(tried("reference").broken()).isEmpty();
        assertThat(tried("reference").schedules()).isEqualTo(1);
    }

    private static Tally<?, ?, ?, ?> tried(String subject) {
        return tried(Components.named("retry-queue"), subject);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> tried(
            Component<C, S, O, R> component, String subject) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, Contract.strict());
        return Corpus.tally(trial, new Corpus(OLD).of(trial), Parallel.Stop.NEVER);
    }

    @Test
    void onlyItsOwnSchedulesAreTriedOnAComponent() {
        assertThat(of(Components.named("circuit-breaker"))).isZero();
        assertThat(of(Components.named("retry-queue"))).isEqualTo(1);
    }

    private static <C, S, O extends Operation<O>, R> int of(Component<C, S, O, R> component) {
        return new Corpus(OLD)
                .of(new Trial<>(component, "reference", Contract.strict()))
                .size();
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsPassedOver() throws IOException {
        Corpus corpus = new Corpus(directory);
        corpus.keep(found("retry-queue", 4), THEN);
        Files.writeString(directory.resolve(".halflife-1-1.tmp"), "{\"schedule\":");
        assertThat(corpus.entries()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path newer = directory.resolve("newer.json");
        Files.writeString(newer, "{\"schedule\":\"halflife-schedule/9\"}", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new Corpus(directory).entries())
                .isInstanceOf(MalformedInput.class)
                .hasMessage(newer + ": a document with \"schedule\":\"halflife-schedule/1\" or \"halflife-schedule/2\""
                        + " was expected: halflife-schedule/9");
    }

    private static ScheduleFile<?, ?, ?, ?> found(String component, long seed) {
        return ScheduleFile.of(Shrinker.shrink(first(Components.named(component), seed)));
    }

    private static <C, S, O extends Operation<O>, R> Counterexample<C, S, O, R> first(
            Component<C, S, O, R> component, long seed) {
        Trial<C, S, O, R> trial = new Trial<>(component, "published", Contract.strict());
        return new Campaign<>(trial, seed, 1)
                .run(500, Parallel.Stop.NEVER, Progress.NONE)
                .broken()
                .get(0)
                .first();
    }
}
