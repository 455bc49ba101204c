package dev.halflife.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.stress.record.StressRecord;
import dev.halflife.stress.record.StressRecord.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * The shipped code shows no outcome but those the model allows, and each twin shows one that it does not. No samples are no
 * evidence: a case that did not run has failed.
 */
class JcstressTest {

    private static final long MILLIS = 100;
    private static final int ATTEMPTS = 3;

    static final List<Race> RACES = Race.ALL;

    private static Collection<TestResult> results = List.of();

    /** All at once, since most of the time goes into starting. */
    @BeforeAll
    static void race() throws Exception {
        List<Class<?>> parts = Race.ALL.stream()
                .flatMap(race -> Stream.<Class<?>>of(race.shipped(), race.twin()))
                .toList();
        results = new ArrayList<>(Jcstress.run(parts, MILLIS));
    }

    @ParameterizedTest
    @FieldSource("RACES")
    void theShippedCodeDoesOnlyWhatTheModelAllows(Race race) {
        Observed seen = Observed.of(race.shipped(), results);
        boolean holds =
                seen.samples() > 0 && seen.forbidden() == 0 && seen.troubles().isEmpty();
        record(race, "reference", seen, holds ? Verdict.HOLDS : Verdict.VIOLATED);
        assertThat(holds).as("%s, as shipped%n%s", race, seen).isTrue();
    }

    /** A twin that was not seen to fail has more time, twice, before its case is taken for blind. */
    @ParameterizedTest
    @FieldSource("RACES")
    void theTwinIsSeenToDoMore(Race race) throws Exception {
        Observed seen = Observed.of(race.twin(), results);
        for (int attempt = 1; attempt < ATTEMPTS && seen.forbidden() == 0; attempt++) {
            seen = Observed.of(race.twin(), Jcstress.run(List.of(race.twin()), MILLIS << (2 * attempt)));
        }
        record(race, "twin", seen, seen.forbidden() > 0 ? Verdict.CONVICTED : Verdict.NOT_CONVICTED);
        assertThat(seen.forbidden()).as("%s, the twin%n%s", race, seen).isPositive();
    }

    private static void record(Race race, String subject, Observed seen, Verdict verdict) {
        new StressRecord(race.name(), "jcstress", subject, seen.bounds(), verdict, "", seen.outcomes()).save();
    }
}
