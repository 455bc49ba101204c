package dev.halflife.sim.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import dev.halflife.sim.shrink.Shrinking;
import dev.halflife.sim.trace.TraceChecker;
import dev.halflife.sim.trace.TraceResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process behind a pipe is judged like any other subject, and one that fails is reported as what it is. */
@DisabledOnOs(OS.WINDOWS)
class ForeignSubjectTest {

    private static final Component<?, ?, ?, ?> HEAT = Components.named("heat-registry");
    private static final long SECOND = 1_000_000_000;

    /** So many seconds does nobody else sleep on this machine. */
    private static final String UNMISTAKABLE =
            String.valueOf(SECOND + ProcessHandle.current().pid());

    /** A clock that shows a hundredth of a second more whenever it is asked. */
    private final AtomicLong clock = new AtomicLong();

    private ForeignSubjects processes(String command) {
        return new ForeignSubjects(
                Command.parse(command),
                new Limits(3600 * SECOND, 0, 10 * SECOND, 1 << 16),
                () -> clock.addAndGet(SECOND / 100),
                Parallel.Stop.NEVER);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> fuzz(
            Component<C, S, O, R> component, Contract contract, ForeignSubjects processes, int schedules) {
        Trial<C, S, O, R> trial = new Trial<>(processes.in(component, contract), "exec:", contract);
        return processes.hunt(
                Parallel.Stop.NEVER, stop -> new Campaign<>(trial, 1, 1).run(schedules, stop, Progress.NONE));
    }

    private static <C, S, O extends Operation<O>, R> long digestHere(Component<C, S, O, R> component, int schedules) {
        return new Campaign<>(new Trial<>(component, "reference", Contract.strict()), 1, 1)
                .run(schedules, Parallel.Stop.NEVER, Progress.NONE)
                .digest();
    }

    @ParameterizedTest
    @CsvSource({"resets, 100", "once, 4"})
    void askingAheadComesToTheSameAsBeingHere(String how, int schedules) {
        ForeignSubjects processes = processes(Speaker.command("reference", how));
        try (processes) {
            Tally<?, ?, ?, ?> tally = fuzz(HEAT, Contract.strict(), processes, schedules);
            assertThat(tally.broken()).isEmpty();
            assertThat(tally.digest()).isEqualTo(digestHere(HEAT, schedules));
        }
        assertThat(processes.notices()).isEmpty();
    }

    @Test
    void everyComponentIsSpoken() {
        try (ForeignSubjects processes = processes(Speaker.command("reference"))) {
            for (Component<?, ?, ?, ?> component : Components.all()) {
                Tally<?, ?, ?, ?> tally = fuzz(component, Contract.strict(), processes, 12);
                assertThat(tally.broken()).as(component.name()).isEmpty();
                assertThat(tally.digest()).as(component.name()).isEqualTo(digestHere(component, 12));
            }
        }
    }

    @Test
    void theExplorerAndTheShrinkerComeToTheSame() {
        try (ForeignSubjects processes = processes(Speaker.command("published"))) {
            assertThat(exploredThere(HEAT, processes)).hasSize(3).isEqualTo(exploredHere(HEAT));
        }
    }

    private static <C, S, O extends Operation<O>, R> List<String> exploredThere(
            Component<C, S, O, R> component, ForeignSubjects processes) {
        return explored(new Trial<>(processes.in(component, Contract.strict()), "exec:", Contract.strict()));
    }

    private static <C, S, O extends Operation<O>, R> List<String> exploredHere(Component<C, S, O, R> component) {
        return explored(new Trial<>(component, "published", Contract.strict()));
    }

    private static <C, S, O extends Operation<O>, R> List<String> explored(Trial<C, S, O, R> trial) {
        Tally<C, S, O, R> tally = new Explorer<>(trial, 2, 1, 1).run(Parallel.Stop.NEVER, Progress.NONE);
        List<String> broken = new ArrayList<>();
        tally.broken()
                .forEach(each -> broken.add(each.first().violation().rule().id() + " "
                        + Shrinker.shrink(each.first()).schedule().operations()));
        return broken;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exit 3                                      | crash   | ended with status 3 before any reply",
                "read h; echo oops >&2; kill -SEGV $$        | crash   | (SIGSEGV)",
                "read h; echo oops >&2; exit 1               | crash   | complaining: oops",
                "while read l; do echo hi; done              | garbage | hi to {\"at\":",
                "while read l; do echo {}; done              | garbage | (field evicted is missing)",
                "while read l; do echo; done                 | garbage | an empty line to",
                "while read l; do echo '{\"error\":\"no\"}'; done | error   | {\"error\":\"no\"} to",
                "cat /dev/zero                               | garbage | a reply of more than 65536 bytes",
                "yes                                         | garbage | y to",
                "cat > /dev/null                             | timeout | nothing within",
                "while :; do sleep 1; done                   | timeout | nothing within",
                "read h; printf '{\"evicted\":'; cat > /dev/null | timeout | with a line half said: {\"evicted\":",
            })
    void whatFailsIsReportedAsWhatItIs(String script, String rule, String seen) {
        try (ForeignSubjects processes = new ForeignSubjects(
                Command.parse("sh -c '" + script.replace("'", "'\\''") + "'"),
                new Limits((rule.equals("timeout") ? 5 : 3600) * SECOND, 0, 0, 1 << 16),
                () -> clock.addAndGet(SECOND / 100),
                Parallel.Stop.NEVER)) {
            Tally<?, ?, ?, ?> tally = fuzz(HEAT, Contract.strict(), processes, 64);
            assertThat(tally.broken()).singleElement().satisfies(broken -> {
                assertThat(broken.first().violation().rule().id()).isEqualTo(rule);
                assertThat(broken.first().violation().seen()).contains(seen);
                assertThat(broken.first().schedule().operations()).hasSize(1);
            });
        }
    }

    @Test
    void theTraceOfASubjectThatFailsIsKeptUpToThere() throws IOException {
        try (ForeignSubjects processes = processes(Speaker.command("reference", "dies"))) {
            for (Component<?, ?, ?, ?> component : List.of(HEAT, Components.named("running-statistics"))) {
                Tally<?, ?, ?, ?> tally = fuzz(component, Contract.strict(), processes, 1);
                assertThat(tally.broken()).hasSize(1);
                assertKept(tally.broken().get(0).first());
            }
        }
    }

    private static void assertKept(Counterexample<?, ?, ?, ?> found) throws IOException {
        assertThat(found.violation().rule().id()).isEqualTo("crash");
        assertThat(found.schedule().operations()).hasSize(Speaker.LAST_WORDS + 1);
        byte[] trace = found.trace().getBytes(StandardCharsets.UTF_8);
        assertThat(new TraceChecker(Contract.published()).check("kept", new ByteArrayInputStream(trace)))
                .isInstanceOfSatisfying(TraceResult.Holds.class, holds -> {
                    assertThat(holds.steps()).isEqualTo(Speaker.LAST_WORDS);
                    assertThat(holds.contract()).isEqualTo("strict");
                });
        assertThat(found.trace().lines().findFirst().orElse(""))
                .contains("until it failed (crash): ended with status 3 after 5 replies, asked {");
    }

    /** Nobody knows which of several open requests it failed on, and when it was asked again it did not. */
    @Test
    void whatFailsWithSeveralRequestsOpenAndNotAgainIsSaid(@TempDir Path directory) {
        String fails = "if mkdir " + directory.resolve("failed") + "; then read h; read l; exit 3; fi; ";
        ForeignSubjects processes = processes("sh -c \"" + fails + Speaker.command("reference") + "\"");
        try (processes) {
            assertThat(fuzz(HEAT, Contract.strict(), processes, 8).broken()).isEmpty();
        }
        assertThat(processes.notices())
                .singleElement()
                .asString()
                .contains("has failed once with several requests open")
                .contains("(crash): ended with status 3 before any reply, asked {");
    }

    @Test
    void whatFailsAtOnceIsSoonGivenUp() {
        ForeignSubjects processes = processes("sh -c 'exit 3'");
        try (processes) {
            Tally<?, ?, ?, ?> tally = fuzz(HEAT, Contract.strict(), processes, 64);
            assertThat(tally.broken())
                    .singleElement()
                    .satisfies(broken -> assertThat(broken.schedules()).isLessThan(20));
            assertThat(tally.schedules()).isLessThan(20);
            assertThat(tally.undecided()).isZero();
        }
        assertThat(processes.notices()).anyMatch(notice -> notice.contains("was not tried any further"));
    }

    /** Each hang costs half a second of real time here, as a clock that is asked five hundred times shows five seconds. */
    @Test
    void aHangIsShrunkByTheLimitThatWasSetToTheOperationThatHangs() {
        Limits limits = new Limits(5 * SECOND, 3600 * SECOND, 0, 1 << 16);
        ForeignSubjects processes = new ForeignSubjects(
                Command.parse(Speaker.command("reference", "hangs")),
                limits,
                () -> clock.addAndGet(SECOND / 100),
                Parallel.Stop.NEVER);
        try (processes) {
            Tally<?, ?, ?, ?> tally = fuzz(HEAT, Contract.strict(), processes, 64);
            assertThat(tally.undecided()).isZero();
            assertThat(shrunk(tally, processes)).singleElement().satisfies(broken -> {
                assertThat(broken.schedules()).isEqualTo(3);
                assertThat(broken.first().violation().rule().id()).isEqualTo("timeout");
                assertThat(broken.first().violation().seen()).startsWith("nothing within 5 s before any reply, asked");
                assertThat(broken.first().schedule().operations())
                        .singleElement()
                        .asString()
                        .startsWith("Tick");
            });
        }
        assertThat(processes.notices()).singleElement().asString().contains("has failed 3 times");
    }

    private static <C, S, O extends Operation<O>, R> List<Tally.Broken<C, S, O, R>> shrunk(
            Tally<C, S, O, R> tally, ForeignSubjects processes) {
        return new Shrinking(() -> 0, () -> Shrinking.WITHOUT_END, Parallel.Stop.NEVER)
                .shrink(tally.broken(), processes, Progress.NONE);
    }

    /** A second goes by whenever the clock is asked before the first reply, and none after. */
    @ParameterizedTest
    @CsvSource({"3600, 0", "0, 1"})
    void aSlowStartIsNoHang(long startSeconds, int hangs) {
        AtomicLong left = new AtomicLong(20);
        AtomicLong now = new AtomicLong();
        Limits limits = new Limits(5 * SECOND, startSeconds * SECOND, 10 * SECOND, 1 << 16);
        try (ForeignSubjects processes = new ForeignSubjects(
                Command.parse(Speaker.command("reference")),
                limits,
                () -> left.getAndDecrement() > 0 ? now.addAndGet(SECOND) : now.get(),
                Parallel.Stop.NEVER)) {
            assertThat(fuzz(HEAT, Contract.strict(), processes, 1).broken()).hasSize(hangs);
        }
    }

    @Test
    void whatIsKnownToStartFastIsNotGivenTheWholeTimeToStart() {
        Limits limits = new Limits(SECOND, 10 * SECOND, 0, 1);
        assertThat(limits.startNanos(0)).isEqualTo(10 * SECOND);
        assertThat(limits.startNanos(SECOND / 100)).isEqualTo(SECOND);
        assertThat(limits.startNanos(SECOND / 2)).isEqualTo(5 * SECOND);
        assertThat(limits.startNanos(7 * SECOND)).isEqualTo(10 * SECOND);
        assertThat(Limits.DEFAULT.withReplyNanos(60 * SECOND).startNanos()).isEqualTo(60 * SECOND);
    }

    /** Nobody is waited for once the time is up, nothing is blamed on the subject, and only what was run counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat > /dev/null",
                "trap \"\" INT TERM; while :; do sleep 3600; done",
                "read h; echo '{\"reset\":true}'; sleep 3600",
            })
    void whatWasEndedByUsIsNotTold(String script) {
        AtomicLong asked = new AtomicLong();
        Parallel.Stop end = () -> asked.incrementAndGet() > 100;
        ForeignSubjects processes = new ForeignSubjects(
                Command.parse("sh -c '" + script.replace("'", "'\\''") + "'"),
                new Limits(3600 * SECOND, 0, 3600 * SECOND, 1 << 16),
                () -> 0,
                end);
        try (processes) {
            Trial<?, ?, ?, ?> trial = new Trial<>(processes.in(HEAT, Contract.strict()), "exec:", Contract.strict());
            Tally<?, ?, ?, ?> tally =
                    processes.hunt(end, stop -> new Campaign<>(trial, 1, 2).run(1000, stop, Progress.NONE));
            assertThat(tally.broken()).isEmpty();
            assertThat(tally.undecided()).isZero();
            assertThat(tally.schedules()).isZero();
        }
        assertThat(processes.notices()).isEmpty();
    }

    @Test
    void whatFloodsItsOutputWaitsToBeReadAndIsReported() {
        String flood = "read h; read l; while :; do echo '{\"evicted\":null,\"rate\":1.0}'; done";
        try (ForeignSubjects processes = processes("sh -c '" + flood.replace("'", "'\\''") + "'")) {
            assertThat(fuzz(HEAT, Contract.strict(), processes, 8).broken()).isNotEmpty();
        }
    }

    @Test
    void whatIgnoresTheEndOfItsInputIsEndedByForceAndSaid() {
        ForeignSubjects processes = impatient("read h; sleep " + UNMISTAKABLE);
        try (processes) {
            processes.giveBack(Objects.requireNonNull(processes.take()));
        }
        assertThat(processes.notices()).singleElement().asString().contains("goes on when its input ends");
        assertThat(running()).isEmpty();
    }

    /** A signal that was sent may not have been delivered yet; so this is tried a few times. */
    @Test
    void nothingRunsAnyMoreOnceTheSubjectsAreClosed() {
        for (int i = 0; i < 20; i++) {
            try (ForeignSubjects processes = impatient("sleep " + UNMISTAKABLE + " & read h; sleep " + UNMISTAKABLE)) {
                processes.giveBack(Objects.requireNonNull(processes.take()));
            }
            assertThat(running()).isEmpty();
        }
    }

    private ForeignSubjects impatient(String script) {
        return new ForeignSubjects(
                Command.parse("sh -c '" + script + "'"),
                new Limits(3600 * SECOND, 0, 1, 1 << 16),
                () -> clock.addAndGet(SECOND / 100),
                Parallel.Stop.NEVER);
    }

    /** What was started here and still runs, whoever its parent is by now. */
    private static List<String> running() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(UNMISTAKABLE))
                .toList();
    }

    @Test
    void aProgramThatIsNotThereIsBadInput() {
        try (ForeignSubjects processes = processes("./no-such-program")) {
            assertThatThrownBy(() -> fuzz(HEAT, Contract.strict(), processes, 1))
                    .isInstanceOf(MalformedInput.class)
                    .hasMessageContaining("exec:./no-such-program cannot be started");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"open", "it's"})
    void aCommandThatIsNone(String text) {
        assertThatThrownBy(() -> Command.parse(text)).isInstanceOf(MalformedInput.class);
    }

    @Test
    void quotesAndBackslashesKeepBlanksInAWord() {
        assertThat(Command.parse("a 'b c' d\\ e \"f 'g'\" ''").words()).containsExactly("a", "b c", "d e", "f 'g'", "");
    }
}
