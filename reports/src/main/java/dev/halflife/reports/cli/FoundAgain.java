package dev.halflife.reports.cli;

import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.List;

/** Which failures of a run were kept in the corpus and then found again, so that they are told once. */
final class FoundAgain {

    private final RunRecord run;

    FoundAgain(RunRecord run) {
        this.run = run;
    }

    /** Whether the corpus had this one, and it failed there. */
    boolean wasKept(EngineRecord engine, CounterexampleRecord found) {
        return !isCorpus(engine)
                && run.engines().stream()
                        .filter(FoundAgain::isCorpus)
                        .flatMap(corpus -> corpus.counterexamples().stream())
                        .anyMatch(kept -> Corpus.isSame(kept, found));
    }

    /** Who has found one of the corpus again, in words. */
    List<String> by(EngineRecord engine, CounterexampleRecord kept) {
        return !isCorpus(engine)
                ? List.of()
                : run.engines().stream()
                        .filter(other -> !isCorpus(other))
                        .flatMap(other -> other.counterexamples().stream()
                                .filter(found -> Corpus.isSame(kept, found))
                                .map(found -> words(other, found)))
                        .toList();
    }

    private static String words(EngineRecord engine, CounterexampleRecord found) {
        return engine.engine().equals("fuzz")
                ? "found by fuzz · seed " + found.seed() + " · schedule " + found.index()
                : "found by " + engine.engine();
    }

    private static boolean isCorpus(EngineRecord engine) {
        return engine.engine().equals(Corpus.ENGINE);
    }
}
