package dev.halflife.stress.jcstress;

import dev.halflife.stress.record.StressRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * What JCStress has seen of one case.
 *
 * @param outcomes how often each outcome was seen, those never seen included
 * @param troubles what kept a run from being one: a crash, a time-out
 */
record Observed(List<StressRecord.Outcome> outcomes, List<String> troubles) {

    static Observed of(Class<?> part, Collection<TestResult> results) {
        Map<String, Long> counts = new TreeMap<>();
        for (Outcome told : part.getAnnotationsByType(Outcome.class)) {
            Stream.of(told.id()).filter(id -> !id.contains("*")).forEach(id -> counts.put(id, 0L));
        }
        List<TestResult> own = results.stream()
                .filter(result -> result.getName().equals(part.getName().replace('$', '.')))
                .toList();
        own.forEach(result ->
                result.getStateKeys().forEach(state -> counts.merge(state, result.getCount(state), Long::sum)));
        return new Observed(
                counts.entrySet().stream()
                        .map(entry -> outcome(part, entry.getKey(), entry.getValue()))
                        .toList(),
                own.stream()
                        .filter(result -> result.status() != Status.NORMAL)
                        .map(result -> result.status() + " " + result.getMessages() + " " + result.getVmErr())
                        .toList());
    }

    private static StressRecord.Outcome outcome(Class<?> part, String seen, long count) {
        for (Outcome told : part.getAnnotationsByType(Outcome.class)) {
            if (Stream.of(told.id()).anyMatch(id -> id.equals(seen) || seen.matches(id))) {
                return new StressRecord.Outcome(
                        seen, count, told.expect().name().toLowerCase(Locale.ROOT), told.desc());
            }
        }
        return new StressRecord.Outcome(
                seen, count, Expect.FORBIDDEN.name().toLowerCase(Locale.ROOT), "nothing the model knows");
    }

    long samples() {
        return outcomes.stream().mapToLong(StressRecord.Outcome::count).sum();
    }

    /** How often something was seen that the model does not allow. */
    long forbidden() {
        return outcomes.stream()
                .filter(outcome -> !outcome.expectation().equals("acceptable"))
                .mapToLong(StressRecord.Outcome::count)
                .sum();
    }

    String bounds() {
        return String.format(Locale.ROOT, "%,d samples, %,d of them forbidden", samples(), forbidden());
    }

    /** The table of outcomes, and what went wrong. */
    @Override
    public String toString() {
        return Stream.concat(
                        outcomes.stream()
                                .map(outcome -> String.format(
                                        Locale.ROOT,
                                        "  %-18s %,12d  %-10s  %s",
                                        outcome.outcome(),
                                        outcome.count(),
                                        outcome.expectation(),
                                        outcome.description())),
                        troubles.stream())
                .collect(Collectors.joining("\n"));
    }
}
