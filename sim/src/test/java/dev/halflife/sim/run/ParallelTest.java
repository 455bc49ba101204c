package dev.halflife.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsAreTakenInTheOrderOfTheTasks(int jobs) {
        List<Long> taken = new ArrayList<>();

        Parallel.inOrder(1000, jobs, Parallel.Stop.NEVER, (index, over) -> index * index, taken::add);

        assertThat(taken).hasSize(1000).isSorted().startsWith(0L, 1L, 4L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatWasHandedOutBeforeAStopIsStillTaken(int jobs) {
        List<Long> taken = new ArrayList<>();
        int[] asked = {0};

        Parallel.inOrder(1000, jobs, () -> asked[0]++ == 10, (index, over) -> index, taken::add);

        assertThat(taken).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aTasksOwnExceptionReachesTheCaller() {
        assertThatThrownBy(() -> Parallel.inOrder(
                        5,
                        2,
                        Parallel.Stop.NEVER,
                        (index, over) -> {
                            throw new IllegalArgumentException("task " + index);
                        },
                        result -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task 0");
    }
}
