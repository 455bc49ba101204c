package dev.halflife.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that fails fast ends with the first schedule that breaks a rule, on however many threads. */
class FailFastTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aCampaignEndsWithTheFirstScheduleThatBreaksARule(int jobs) {
        Trial<?, ?, ?, ?> trial = published();
        Tally<?, ?, ?, ?> one = fuzz(trial, 1, false, 2000);
        long first = one.broken().stream()
                .mapToLong(broken -> broken.first().origin().index())
                .min()
                .orElseThrow();

        Tally<?, ?, ?, ?> tally = fuzz(trial, jobs, true, 2000);

        assertThat(tally.broken()).hasSize(1);
        assertThat(tally.schedules()).isEqualTo(first + 1);
        assertThat(tally.digest()).isEqualTo(fuzz(trial, 1, false, first + 1).digest());
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 7", "2, 2", "1, 2"})
    void anExplorationEndsWithTheFirstScheduleThatBreaksARule(int depth, int jobs) {
        Tally<?, ?, ?, ?> one = explore(published(), depth, 1);

        Tally<?, ?, ?, ?> tally = explore(published(), depth, jobs);

        assertThat(tally.broken()).hasSize(depth == 1 ? 0 : 1);
        assertThat(tally.sums()).isEqualTo(one.sums());
    }

    private static Trial<?, ?, ?, ?> published() {
        return trial(Components.named("heat-registry"));
    }

    private static <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> component) {
        return new Trial<>(component, "published", Contract.strict());
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> fuzz(
            Trial<C, S, O, R> trial, int jobs, boolean failsFast, long schedules) {
        return new Campaign<>(trial, 1, jobs, failsFast).run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> explore(
            Trial<C, S, O, R> trial, int depth, int jobs) {
        return new Explorer<>(trial, depth, 1, jobs, true).run(Parallel.Stop.NEVER, Progress.NONE);
    }
}
