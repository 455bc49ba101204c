package dev.halflife.sim.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.subject.SubjectRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A judge that never convicts is no evidence: each rule convicts a defect that goes free without it. */
class JudgesTest {

    /** Enough to catch most; a blind judge spends it all. */
    private static final long BUDGET = 400;

    static Stream<Component<?, ?, ?, ?>> components() {
        return MuseumTest.components();
    }

    @ParameterizedTest
    @MethodSource("components")
    void withoutItsRuleADefectGoesFree(Component<?, ?, ?, ?> component) {
        switchOffEach(component);
    }

    private static <C, S, O extends Operation<O>, R> void switchOffEach(Component<C, S, O, R> component) {
        Map<Rule, Defect<C, O, R>> caught = new LinkedHashMap<>();
        for (Defect<C, O, R> defect : component.defects()) {
            Defect<C, O, R> hasty = within(BUDGET, defect);
            // That a subject answers at all is asked by the run, not by a specification.
            boolean judged = defect.rule() != SubjectRule.ANSWERS && !caught.containsKey(defect.rule());
            if (judged
                    && verdict(Staged.judging(component, spec -> spec, List.of(hasty)))
                            .equals("caught")) {
                caught.put(defect.rule(), hasty);
            }
        }
        assertThat(caught).isNotEmpty();
        caught.forEach((rule, defect) -> assertThat(
                        verdict(Staged.judging(component, spec -> new BlindSpec<>(spec, rule), List.of(defect))))
                .as("%s without %s", defect.id(), rule.id())
                .isNotEqualTo("caught"));
        Set<Rule> claimed = new LinkedHashSet<>();
        component.defects().stream()
                .filter(defect -> !defect.owner().needsThreads())
                .forEach(defect -> claimed.add(defect.rule()));
        claimed.remove(SubjectRule.ANSWERS);
        assertThat(caught.keySet()).containsAll(claimed);
    }

    private static <C, O, R> Defect<C, O, R> within(long budget, Defect<C, O, R> defect) {
        return new Defect<>(
                defect.id(),
                defect.sentence(),
                defect.origin(),
                defect.rule(),
                defect.owner(),
                budget,
                defect.contract(),
                defect.maker());
    }

    private static String verdict(Component<?, ?, ?, ?> component) {
        return new Museum(1, 1, 1, () -> 0)
                .tour(component, defect -> true, Parallel.Stop.NEVER, Progress.NONE)
                .records()
                .get(0)
                .verdict();
    }

    /**
     * P1 is kept by what makes a policy, which no reply shows; T6 cannot be seen broken: that something which is not
     * tracked is in flight shows only when it comes back, and then it breaks T4.
     */
    @Test
    void everyRuleButTheseIsBrokenByADefect() {
        Set<String> untested = new TreeSet<>();
        components()
                .forEach(component -> Museum.untested(component, Components.withWorlds(Components.all()))
                        .forEach(rule -> untested.add(rule.id())));
        assertThat(untested).containsExactly("P1", "T6");
    }
}
