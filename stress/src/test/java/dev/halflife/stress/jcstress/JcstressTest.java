package dev.halflife.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.stress.record.StressRecord;
import dev.halflife.stress.record.StressRecord.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The shipped code shows no outcome but those the model allows, and each twin shows one that it does not. On a machine that
 * is too busy for enough samples either may be undecided, which is told and recorded; a case that did not run has failed.
 */
@Tag("both-processors")
class JcstressTest {

    static final List<Race> RACES = Race.ALL;

    private static final Map<String, Rounds.Counts> COUNTS = new HashMap<>();

    /** All at once, since starting takes time. */
    @BeforeAll
    static void race() throws Exception {
        List<Class<?>> parts = Race.ALL.stream()
                .flatMap(race -> Stream.<Class<?>>of(race.shipped(), race.twin()))
                .toList();
        Jcstress.run(parts).forEach(counts -> COUNTS.put(counts.part(), counts));
    }

    @ParameterizedTest
    @FieldSource("RACES")
    void theShippedCodeDoesOnlyWhatTheModelAllows(Race race) {
        Observed seen = observed(race.shipped());
        record(race, "reference", seen, seen.asShipped());
        assertThat(seen.asShipped()).as("%s, as shipped%n%s", race, seen).isNotEqualTo(Verdict.VIOLATED);
    }

    @ParameterizedTest
    @FieldSource("RACES")
    void theTwinIsSeenToDoMore(Race race) {
        Observed seen = observed(race.twin());
        record(race, "twin", seen, seen.asTwin());
        assertThat(seen.asTwin()).as("%s, the twin%n%s", race, seen).isNotEqualTo(Verdict.NOT_CONVICTED);
    }

    private static Observed observed(Class<?> part) {
        Rounds.Counts none = Rounds.none(part, "it was not run: see output.txt in target/jcstress");
        return Observed.of(part, COUNTS.getOrDefault(part.getName(), none));
    }

    private static void record(Race race, String subject, Observed seen, Verdict verdict) {
        new StressRecord(race.name(), "jcstress", subject, seen.bounds(), verdict, seen.trouble(), seen.outcomes())
                .save();
    }
}
