package dev.halflife.reports.text;

import dev.halflife.model.Finding;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all engines say of one component; the same on a console, on a page and in a summary.
 *
 * @param component its name
 * @param verdict of all of them: {@code holds}, {@code violated} or {@code undecided}
 * @param strict of those under the strict contract, in the same words; {@code -} where none ran
 * @param published of those under the published contract, likewise
 * @param findings how many findings the published port was convicted of, of those it has: {@code 6/6}; {@code -} for none
 * @param situations how many situations were met, of those a campaign must meet, likewise
 * @param defects how many defects of the museum were caught, of those hunted, likewise
 * @param schedules how many were run
 * @param steps how many replies were judged
 * @param simulatedNanos how much virtual time went by
 * @param wallMillis how long it took
 */
public record ComponentRow(
        String component,
        String verdict,
        String strict,
        String published,
        String findings,
        String situations,
        String defects,
        long schedules,
        long steps,
        double simulatedNanos,
        long wallMillis) {

    private static final Set<String> FINDINGS =
            Arrays.stream(Finding.values()).map(Enum::name).collect(Collectors.toSet());

    /** The rows of a run, in its order. */
    public static List<ComponentRow> of(RunRecord run) {
        Map<String, List<EngineRecord>> engines = new LinkedHashMap<>();
        run.components().forEach(component -> engines.put(component.name(), List.of()));
        engines.replaceAll((component, none) -> run.engines().stream()
                .filter(engine -> engine.component().equals(component))
                .toList());
        return engines.values().stream()
                .filter(its -> !its.isEmpty())
                .map(ComponentRow::of)
                .toList();
    }

    /** The row of one component's engines, of which there is at least one. */
    public static ComponentRow of(List<EngineRecord> engines) {
        return new ComponentRow(
                engines.get(0).component(),
                RunRecord.verdict(engines),
                under("strict", engines),
                under("published", engines),
                findings(engines),
                situations(engines),
                defects(engines),
                (long) sum(engines, EngineRecord::schedules),
                (long) sum(engines, EngineRecord::steps),
                sum(engines, EngineRecord::simulatedNanos),
                (long) sum(engines, EngineRecord::wallMillis));
    }

    private static String under(String contract, List<EngineRecord> engines) {
        List<EngineRecord> its = engines.stream()
                .filter(engine -> engine.contract().equals(contract))
                .toList();
        return its.isEmpty() ? "-" : RunRecord.verdict(its);
    }

    private static String findings(List<EngineRecord> engines) {
        List<EngineRecord> convicting = engines.stream()
                .filter(engine ->
                        engine.expected().equals("violated") && engine.defects().isEmpty())
                .toList();
        Set<String> shown = convicting.stream()
                .flatMap(engine -> engine.counterexamples().stream())
                .map(CounterexampleRecord::rule)
                .filter(FINDINGS::contains)
                .collect(Collectors.toSet());
        Set<String> all = Stream.concat(
                        shown.stream(),
                        convicting.stream()
                                .flatMap(engine -> engine.missing().stream())
                                .filter(FINDINGS::contains))
                .collect(Collectors.toSet());
        return share(shown.size(), all.size());
    }

    private static String situations(List<EngineRecord> engines) {
        int all =
                engines.stream().mapToInt(engine -> engine.situations().size()).sum();
        int unseen = engines.stream().mapToInt(engine -> engine.unseen().size()).sum();
        return share(all - unseen, all);
    }

    private static String defects(List<EngineRecord> engines) {
        List<DefectRecord> hunted = engines.stream()
                .flatMap(engine -> engine.defects().stream())
                .filter(DefectRecord::hunted)
                .toList();
        return share(hunted.stream().filter(DefectRecord::asExpected).count(), hunted.size());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : part + "/" + whole;
    }

    /** Counts stay far below what a double holds exactly. */
    private static double sum(List<EngineRecord> engines, ToDoubleFunction<EngineRecord> number) {
        return engines.stream().mapToDouble(number).sum();
    }
}
