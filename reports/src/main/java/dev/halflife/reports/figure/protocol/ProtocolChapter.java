package dev.halflife.reports.figure.protocol;

import dev.halflife.reports.chart.Chapter;
import java.util.List;

/** Protocol. */
public final class ProtocolChapter {

    /** Its figures. */
    public static final Chapter CHAPTER = new Chapter(
            "Protocol",
            "Readers, a real driver, a sink that fails, and peers that keep the last they were told. What a single"
                    + " counterexample looks like, step by step, is told under each finding below; here is what becomes of"
                    + " peers over time.",
            List.of(new OutageLanes(), new OutageRecovery(), new TimeToConvergence()));

    private ProtocolChapter() {}
}
