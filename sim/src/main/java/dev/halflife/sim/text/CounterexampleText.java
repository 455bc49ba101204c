package dev.halflife.sim.text;

import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.subject.SubjectRule;
import java.util.function.UnaryOperator;

/**
 * A counterexample as the house prints it: who broke which rule, the rule, the configuration, the timeline, where it came
 * from, and the line to paste that replays it.
 */
public final class CounterexampleText {

    private CounterexampleText() {}

    /** In plain text, as in a log file. */
    public static String of(CounterexampleRecord record, String engine, String replay) {
        return of(record, engine, replay, UnaryOperator.identity());
    }

    /**
     * The printout.
     *
     * @param engine what found it; a campaign's seed is told, an exploration has none
     * @param replay the line to paste
     * @param marked how the heading and the broken step are made to stand out
     */
    public static String of(CounterexampleRecord record, String engine, String replay, UnaryOperator<String> marked) {
        return marked.apply(heading(record)) + "\n"
                + String.join("\n", Columns.wrap(record.ruleText(), Columns.SCREEN)) + "\n"
                + failure(record.rule(), record.seen())
                + String.join("\n", Columns.wrap(record.config(), Columns.SCREEN)) + "\n\n"
                + TimelineText.of(record.columns(), record.timeline(), marked) + "\n"
                + origin(record, engine) + "\n"
                + "replay   " + replay + "\n";
    }

    /** Who broke which rule of what. */
    public static String heading(CounterexampleRecord record) {
        return heading(
                record.rule(),
                Printable.shortened(record.subject()) + " (" + record.component() + ", contract " + record.contract()
                        + ")");
    }

    /** Who broke which rule; or, where it is none of the component's, that the subject failed. */
    public static String heading(String rule, String who) {
        return SubjectRule.named(rule).isPresent()
                ? "subject failed (" + rule + "): " + who
                : rule + " violated by " + who;
    }

    /** What a subject that failed did instead of replying, in lines; nothing where it broke a rule of its component. */
    public static String failure(String rule, String seen) {
        return SubjectRule.named(rule).isPresent() ? String.join("\n", Columns.wrap(seen, Columns.SCREEN)) + "\n" : "";
    }

    /** Where it came from, how much shorter it has become, and whether there was no time to make it as short as it gets. */
    public static String origin(CounterexampleRecord record, String engine) {
        int length = record.timeline().size();
        if (engine.equals(Corpus.ENGINE)) {
            return "kept in the corpus with " + Quantity.of(length, "operation");
        }
        String shrunk = length < record.foundLength()
                ? "shrunk from " + Quantity.of(record.foundLength(), "operation") + " to " + length
                : "found with " + Quantity.of(record.foundLength(), "operation");
        return shrunk
                + (record.cut() ? ", cut short" : "")
                + (engine.equals("fuzz")
                        ? " · seed " + record.seed() + " · schedule " + record.index()
                        : " · found by " + engine);
    }
}
