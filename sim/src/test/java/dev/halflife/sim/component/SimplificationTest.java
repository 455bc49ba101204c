package dev.halflife.sim.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Operation;
import dev.halflife.sim.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimplificationTest {

    private record Named(long atNanos, String name) implements Operation<Named> {
        @Override
        public Named movedTo(long nanos) {
            return new Named(nanos, name);
        }

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    private static final Simplification<Integer, Named> NAMES = new Simplification<Integer, Named>()
            .names(Names.of("a"), (named, names) -> new Named(named.atNanos(), names.apply(named.name())));

    @Test
    void twoNamesBecomeOneAndNamesComeInOrderOfAppearance() {
        assertThat(NAMES.of(schedule(1, "a7", "a1", "a7")))
                .containsExactly(schedule(1, "a7", "a7", "a7"), schedule(1, "a1", "a2", "a1"));
        assertThat(NAMES.of(schedule(1, "a1", "a1"))).isEmpty();
    }

    @Test
    void configurationsAndOperationsBecomeSimplerOneAtATime() {
        Simplification<Integer, Named> ways = new Simplification<Integer, Named>()
                .configs(config -> config > 0 ? List.of(config - 1) : List.of())
                .operations(named -> named.name().isEmpty() ? List.of() : List.of(new Named(0, "")));

        assertThat(ways.of(schedule(1, "a", "b")))
                .containsExactly(schedule(0, "a", "b"), schedule(1, "", "b"), schedule(1, "a", ""));
        assertThat(ways.of(schedule(0, ""))).isEmpty();
    }

    /** Following them must end: each is nearer to 0, or as near and not negative. */
    @Test
    void numbersGetNearerToZero() {
        assertThat(Simplification.numbers(0)).isEmpty();
        assertThat(Simplification.numbers(1)).containsExactly(0L);
        assertThat(Simplification.numbers(-1)).containsExactly(0L, 1L);
        assertThat(Simplification.numbers(9)).containsExactly(0L, 1L, 2L, 4L, 7L, 8L);
        LongStream.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -7, Long.MAX_VALUE)
                .forEach(number -> assertThat(Simplification.numbers(number))
                        .isNotEmpty()
                        .allSatisfy(simpler ->
                                assertThat(Math.abs((double) simpler)).isLessThanOrEqualTo(Math.abs((double) number)))
                        .doesNotContain(number));
    }

    /** By one at a time it would be some four thousand million. */
    @Test
    void theLeastNumberThatWillDoIsFoundInFewSteps() {
        long number = Long.MIN_VALUE;
        int steps = 0;
        for (Optional<Long> next = Optional.of(number); next.isPresent(); steps++) {
            number = next.get();
            next = Simplification.numbers(number).stream()
                    .filter(candidate -> candidate < Integer.MIN_VALUE - 5L)
                    .findFirst();
        }

        assertThat(number).isEqualTo(Integer.MIN_VALUE - 6L);
        assertThat(steps).isLessThan(100);
    }

    private static Schedule<Integer, Named> schedule(int config, String... names) {
        return new Schedule<>(
                config, List.of(names).stream().map(name -> new Named(0, name)).toList());
    }
}
