package dev.halflife.stress.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;

/** What JCStress is told to accept is what the model allows, no more and no less. */
class RaceModelTest {

    static final List<Race> RACES = Race.ALL;

    @ParameterizedTest
    @FieldSource("RACES")
    void theShippedCodeMayDoWhatTheModelAllows(Race race) {
        assertThat(acceptable(race.shipped())).isEqualTo(race.model().outcomes());
        assertThat(forbidden(race.shipped())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("RACES")
    void theTwinIsHeldToTheSameAndMissesItInWaysThatAreNamed(Race race) {
        assertThat(acceptable(race.twin())).isEqualTo(race.model().outcomes());
        assertThat(forbidden(race.twin())).isNotEmpty().doesNotContainAnyElementsOf(acceptable(race.twin()));
    }

    @Test
    void bothPartsOfEveryRaceAreCasesOfJcstress() {
        assertThat(Race.ALL).allSatisfy(race -> {
            assertThat(race.shipped()).hasAnnotation(JCStressTest.class);
            assertThat(race.twin()).hasAnnotation(JCStressTest.class);
        });
    }

    private static Set<String> acceptable(Class<?> part) {
        return ids(part, Expect.ACCEPTABLE);
    }

    private static Set<String> forbidden(Class<?> part) {
        return ids(part, Expect.FORBIDDEN);
    }

    private static Set<String> ids(Class<?> part, Expect expectation) {
        Set<String> ids = new TreeSet<>();
        Arrays.stream(part.getAnnotationsByType(Outcome.class))
                .filter(outcome -> outcome.expect() == expectation)
                .forEach(outcome -> ids.addAll(List.of(outcome.id())));
        return ids;
    }
}
