package dev.halflife.reports.text;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.text.Quantity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What an engine's record comes to, in a word. */
public final class Verdicts {

    /** Letters first, then numbers as numbers: F3 before F13. */
    private static final Comparator<String> RULE_ORDER = Comparator.comparing((String id) -> id.replaceAll("\\d+$", ""))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private Verdicts() {}

    /** A sign for a verdict: never by colour alone. */
    public static String sign(String verdict) {
        return switch (verdict) {
            case "holds" -> "✓";
            case "undecided" -> "?";
            default -> "✗";
        };
    }

    /** What a run came to, in a few words. */
    public static String headline(RunRecord run) {
        long red = run.engines().stream().filter(engine -> !engine.asExpected()).count();
        String all = Quantity.of(run.engines().size(), "check");
        return switch (run.verdict()) {
            case "holds" -> "Everything is as it should be";
            case "undecided" -> "Undecided: " + red + " of " + all + " open";
            default -> red + " of " + all + " not as it should be";
        };
    }

    /** Why an engine does not let its run be green, in a sentence. */
    public static String sentence(EngineRecord engine) {
        String who = engine.component() + ": the " + engine.who() + " subject under contract " + engine.contract()
                + " (" + engine.engine() + ", " + engine.bound() + ")";
        if (engine.verdict().equals("undecided")) {
            return who + " is undecided"
                    + (engine.undecided() == 0
                            ? "."
                            : ": " + Quantity.of(engine.undecided(), "schedule") + " could not be judged to the end.");
        }
        if (!engine.defects().isEmpty()) {
            return engine.component() + ": of the defects of the museum, " + findings(engine) + ".";
        }
        if (!engine.missing().isEmpty()) {
            return who + " was to be convicted of " + String.join(", ", engine.missing()) + " and was not.";
        }
        if (engine.verdict().equals("holds")) {
            return who + " holds, but never met " + String.join(", ", engine.unseen()) + ".";
        }
        return who + " breaks " + Quantity.of(engine.counterexamples().size(), "rule") + ".";
    }

    /**
     * {@code holds}, {@code violated} or {@code undecided}; {@code incomplete} where nothing broke and yet the run is not
     * what it should be; where findings were to be shown, {@code convicted} if all were
     * and {@code acquitted} if not.
     */
    public static String word(EngineRecord record) {
        if (record.verdict().equals("holds") && record.expected().equals("holds")) {
            return record.asExpected() ? "holds" : "incomplete";
        }
        if (record.expected().equals("holds") || record.verdict().equals("undecided")) {
            return record.verdict();
        }
        return record.asExpected() ? "convicted" : "acquitted";
    }

    /** Whether this engine lets a run be green: {@code holds}, {@code undecided}, or {@code violated} where it is red. */
    public static String standing(EngineRecord record) {
        if (record.asExpected()) {
            return "holds";
        }
        return record.verdict().equals("undecided") ? "undecided" : "violated";
    }

    /**
     * Of what it convicts: {@code of F1 F2 F10 (echoes: R2), but not of F3}; which defects it caught; or which situations it met; empty where there is nothing to
     * say.
     */
    public static String findings(EngineRecord record) {
        if (!record.defects().isEmpty()) {
            return caught(record);
        }
        String found = rules(record, false);
        String echoes = rules(record, true);
        String missing = String.join(" ", record.missing());
        return situations(record)
                + (found.isEmpty() ? "" : "of " + found)
                + (echoes.isEmpty() ? "" : " (echoes: " + echoes + ")")
                + (found.isEmpty() || missing.isEmpty() ? "" : ", but ")
                + (missing.isEmpty() ? "" : "not of " + missing);
    }

    private static String rules(EngineRecord record, boolean echoes) {
        return inOrder(record).stream()
                .filter(found -> !found.echoOf().isEmpty() == echoes)
                .map(CounterexampleRecord::rule)
                .collect(Collectors.joining(" "));
    }

    /** Of the defects hunted: {@code 47 of 48 caught, but not no-cap (misnamed)}. */
    private static String caught(EngineRecord record) {
        List<DefectRecord> hunted =
                record.defects().stream().filter(DefectRecord::hunted).toList();
        String missed = hunted.stream()
                .filter(defect -> !defect.asExpected())
                .map(defect -> defect.id() + " (" + defect.verdict() + ")")
                .collect(Collectors.joining(", "));
        long caught = hunted.stream().filter(DefectRecord::asExpected).count();
        return caught + " of " + hunted.size() + " caught" + (missed.isEmpty() ? "" : ", but not " + missed);
    }

    private static String situations(EngineRecord record) {
        if (record.situations().isEmpty()) {
            return "";
        }
        return record.unseen().isEmpty()
                ? "met all " + record.situations().size() + " situations"
                : "never met " + String.join(", ", record.unseen());
    }

    /** Ids of rules in their order. */
    public static List<String> inOrder(Collection<String> rules) {
        return rules.stream().sorted(RULE_ORDER).toList();
    }

    /** The counterexamples, what to look at first before all else: causes before echoes, then the often broken, then the short. */
    public static List<CounterexampleRecord> ranked(EngineRecord record) {
        return record.counterexamples().stream()
                .sorted(Comparator.comparing(
                                (CounterexampleRecord found) -> !found.echoOf().isEmpty())
                        .thenComparing(found -> -found.schedulesBroken())
                        .thenComparing(found -> found.timeline().size())
                        .thenComparing(CounterexampleRecord::rule, RULE_ORDER))
                .toList();
    }

    /** How often a rule was broken, and whether that is an echo: {@code in 3 of 500 schedules, an echo of F5}. */
    public static String frequency(EngineRecord engine, CounterexampleRecord found) {
        return "in " + Quantity.exact(found.schedulesBroken()) + " of " + Quantity.of(engine.schedules(), "schedule")
                + (found.echoOf().isEmpty() ? "" : ", an echo of " + found.echoOf());
    }

    /** The counterexamples in the order of their rules. */
    public static List<CounterexampleRecord> inOrder(EngineRecord record) {
        return record.counterexamples().stream()
                .sorted(Comparator.comparing(CounterexampleRecord::rule, RULE_ORDER))
                .toList();
    }
}
