package dev.halflife.reports.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.text.Samples;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed is told from two records. */
final class ChangesTest {

    private static final RunRecord GREEN = Samples.run(true);
    private static final RunRecord RED = Samples.run(false, Samples.counterexample());

    private static List<String> worse(RunRecord before, RunRecord now) {
        return sentences(Change.Kind.WORSE, before, now);
    }

    private static List<String> sentences(Change.Kind kind, RunRecord before, RunRecord now) {
        return Change.only(kind, Changes.between(before, now).list()).stream()
                .map(Change::sentence)
                .toList();
    }

    @Test
    void theFirstRunSaysSo() {
        assertThat(Changes.between(null, GREEN)).isEqualTo(Changes.FIRST);
    }

    @Test
    void theSameRunAgainChangesNothing() {
        Changes changes = Changes.between(GREEN, GREEN);
        assertThat(changes.list()).isEmpty();
        assertThat(changes.summary())
                .isEqualTo("Verdict as before, holds; the same digest; nothing changed; 20,480 steps; 1.2 s, was 1.2 s"
                        + " (× 1.00).");
    }

    @Test
    void aRuleThatIsNowBrokenIsWorseAndTheReverseIsBetter() {
        assertThat(worse(GREEN, RED))
                .containsExactly(
                        "lamp: fuzz of published under strict: violated, was holds",
                        "lamp: fuzz of published under strict breaks T4");
        assertThat(sentences(Change.Kind.BETTER, RED, GREEN))
                .containsExactly(
                        "lamp: fuzz of published under strict: holds, was violated",
                        "lamp: fuzz of published under strict no longer breaks T4");
        assertThat(Changes.between(GREEN, RED).summary())
                .startsWith("Verdict violated, was holds; the same digest; 2 worse;");
    }

    @Test
    void aFindingNoLongerShownIsWorse() {
        RunRecord shown = Samples.run(
                Samples.engine("violated", "violated", true, List.of(), List.of(), Samples.counterexample()));
        RunRecord acquitted = Samples.run(Samples.engine("violated", "holds", false, List.of("T4"), List.of()));
        assertThat(worse(shown, acquitted))
                .contains("lamp: fuzz of published under strict is no longer convicted of T4");
    }

    @Test
    void aSituationNoLongerMetIsWorse() {
        RunRecord met =
                Samples.run(Samples.engine("holds", "holds", true, List.of(), List.of(Samples.situation("light", 7))));
        RunRecord unseen =
                Samples.run(Samples.engine("holds", "holds", false, List.of(), List.of(Samples.situation("light", 0))));
        assertThat(worse(met, unseen)).contains("lamp: never met: light, unlike before");
        assertThat(sentences(Change.Kind.BETTER, unseen, met)).contains("lamp: now meets light");
    }

    @Test
    void whatAStoppedEngineDidNotMeetSaysNothing() {
        RunRecord met =
                Samples.run(Samples.engine("holds", "holds", true, List.of(), List.of(Samples.situation("light", 7))));
        RunRecord stopped = Samples.run(
                Samples.engine("holds", "undecided", false, List.of(), List.of(Samples.situation("light", 0))));
        assertThat(worse(met, stopped)).containsExactly("lamp: fuzz of published under strict: undecided, was holds");
    }

    @Test
    void aRuleNoLongerPutToTheTestIsWorse() {
        RunRecord idle = withRules(new RuleRecord("T4", "text", false, true));
        RunRecord busy = withRules(new RuleRecord("T4", "text", true, true));
        assertThat(worse(busy, idle)).containsExactly("lamp: no longer puts to the test T4");
        assertThat(sentences(Change.Kind.BETTER, idle, busy)).containsExactly("lamp: now puts to the test T4");
    }

    @Test
    void rulesComeAndGo() {
        assertThat(sentences(
                        Change.Kind.OTHER,
                        withRules(new RuleRecord("T4", "text", true, true)),
                        withRules(new RuleRecord("T5", "text", true, true))))
                .containsExactly("lamp: new rules: T5", "lamp: rules that are gone: T4");
    }

    private static RunRecord withRules(RuleRecord... rules) {
        return new RunRecord(
                GREEN.format(),
                GREEN.command(),
                GREEN.seed(),
                GREEN.budget(),
                GREEN.digest(),
                GREEN.verdict(),
                GREEN.wallMillis(),
                List.of(new ComponentRecord("lamp", List.of(rules))),
                GREEN.engines());
    }

    @Test
    void whatIsWorseLeads() {
        assertThat(Changes.between(withRules(), RED).list())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.WORSE, Change.Kind.WORSE, Change.Kind.OTHER);
    }

    @Test
    void anotherSetOfEnginesIsTold() {
        assertThat(sentences(Change.Kind.OTHER, GREEN, Samples.museum()))
                .contains("lamp: the museum is new", "lamp: no longer run: fuzz of published under strict");
    }
}
