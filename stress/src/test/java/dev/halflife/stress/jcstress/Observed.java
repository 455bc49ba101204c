package dev.halflife.stress.jcstress;

import dev.halflife.stress.record.StressRecord;
import dev.halflife.stress.record.StressRecord.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * What JCStress has seen of one case.
 *
 * @param outcomes how often each outcome was seen, those never seen included
 * @param enough how many samples are enough to say what the case does not do
 * @param trouble why it was not sampled further; empty if nothing went wrong
 */
record Observed(List<StressRecord.Outcome> outcomes, long enough, String trouble) {

    static Observed of(Class<?> part, Rounds.Counts sampled) {
        Map<String, Long> counts = new TreeMap<>();
        for (Outcome told : part.getAnnotationsByType(Outcome.class)) {
            Stream.of(told.id()).filter(id -> !id.contains("*")).forEach(id -> counts.put(id, 0L));
        }
        sampled.outcomes().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
        return new Observed(
                counts.entrySet().stream()
                        .map(entry -> outcome(part, entry.getKey(), entry.getValue()))
                        .toList(),
                sampled.enough(),
                sampled.trouble());
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

    /** Whether what was not seen can be said not to be done. */
    boolean isEnough() {
        return samples() >= enough;
    }

    /** The shipped code's verdict: its samples are to show nothing but what the model allows. */
    Verdict asShipped() {
        if (forbidden() > 0 || !trouble.isEmpty()) {
            return Verdict.VIOLATED;
        }
        return isEnough() ? Verdict.HOLDS : Verdict.UNDECIDED;
    }

    /** The twin's verdict: a case that shows nothing of it in enough samples is blind. */
    Verdict asTwin() {
        if (forbidden() > 0) {
            return Verdict.CONVICTED;
        }
        return isEnough() || !trouble.isEmpty() ? Verdict.NOT_CONVICTED : Verdict.UNDECIDED;
    }

    String bounds() {
        String few =
                isEnough() || forbidden() > 0 ? "" : String.format(Locale.ROOT, ", too few: %,d were to be", enough);
        return String.format(Locale.ROOT, "%,d samples, %,d of them forbidden%s", samples(), forbidden(), few);
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
                        Stream.of(trouble))
                .collect(Collectors.joining("\n"));
    }
}
