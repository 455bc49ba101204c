package dev.halflife.reports.text;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the counterexamples of a run are saved as. Two engines may break the same rule: the second gets a number. */
public final class FileNames {

    private static final int LONGEST = 200;

    private final Map<CounterexampleRecord, String> names = new LinkedHashMap<>();

    /** For a run that has not begun. */
    public FileNames() {}

    /** The names for this run. */
    public FileNames(RunRecord run) {
        run.engines().forEach(this::add);
    }

    /** Names what the next engine of the run has found. */
    public void add(EngineRecord engine) {
        for (CounterexampleRecord counterexample : engine.counterexamples()) {
            names.computeIfAbsent(counterexample, found -> free(safe(found.fileName())));
        }
    }

    /** What the trace of a subject that failed is saved as, beside its schedule. */
    public static String trace(String name) {
        return name.replaceFirst("\\.json$", ".jsonl");
    }

    /** A record may have been written by anybody: letters, digits, hyphens and dots, no dot in front. */
    private static String safe(String name) {
        String stem =
                name.replaceFirst("\\.json$", "").replaceAll("[^\\w.+-]", "-").replaceFirst("^\\.+", "-");
        return stem.substring(0, Math.min(stem.length(), LONGEST)) + ".json";
    }

    private String free(String name) {
        String stem = name.replaceFirst("\\.json$", "");
        String free = name;
        for (int i = 2; names.containsValue(free); i++) {
            free = stem + "-" + i + ".json";
        }
        return free;
    }

    /** The file name of a counterexample of this run. */
    public String of(CounterexampleRecord counterexample) {
        String name = names.get(counterexample);
        if (name == null) {
            throw new IllegalArgumentException("not of this run: " + counterexample.fileName());
        }
        return name;
    }

    /** All of them, in the order of the run. */
    public Map<CounterexampleRecord, String> all() {
        return new LinkedHashMap<>(names);
    }
}
