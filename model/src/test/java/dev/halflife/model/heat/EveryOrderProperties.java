package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The few orders that are looked at lead wherever all of them do. */
class EveryOrderProperties {

    private static final int MOST_KEYS = 6;
    private static final long TICK = 1;

    /** A key before one answer: since when it is owed, 0 where it is not; and what was announced of it. */
    private record Key(int owedSince, boolean issuedByTick, boolean unknown, double announced, boolean answered) {}

    /** All before one answer. The cap is reached, or nearly so. */
    private record Before(List<Key> keys, int room, Contract contract, boolean commit) {}

    @Provide
    Arbitrary<Before> before() {
        Arbitrary<Key> key = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0.0, 2.0),
                        Arbitraries.of(true, true, true, false))
                .as(Key::new);
        Arbitrary<Contract> contract = Arbitraries.of(
                Contract.strict(),
                Contract.strict().with(Finding.F13, false),
                Contract.strict().with(Finding.F1, false),
                Contract.strict().with(Finding.F1, false).with(Finding.F13, false));
        return Combinators.combine(
                        key.list().ofMinSize(1).ofMaxSize(MOST_KEYS),
                        Arbitraries.integers().between(0, 1),
                        contract,
                        Arbitraries.of(true, false))
                .as(Before::new);
    }

    @Property(tries = 1500)
    void f3_theOrdersLookedAtLeadWhereAllOrdersLead(@ForAll("before") Before before) {
        List<String> answered = new ArrayList<>();
        List<HeatReply.Emission> announced = new ArrayList<>();
        PersistentMap<String, Account> owed = ExtensionsKt.persistentMapOf();
        for (int since = 1; since <= 3; since++) {
            owed = owed.puttingAll(owedSince(since, before.keys()));
        }
        for (int i = 0; i < before.keys().size(); i++) {
            announced.add(new HeatReply.Emission(name(i), before.keys().get(i).announced()));
            if (before.keys().get(i).answered()) {
                answered.add(name(i));
            }
        }
        int cap = Math.max(1, owed.size() + before.room());
        HeatConfig config = new HeatConfig(true, cap, 1000, new HeatPolicy(true, 2, 1000));
        Draft draft = new Draft(Terms.of(config, before.contract()), state(owed));
        draft.issue(TICK, Announced.of(announced));
        Acknowledgement answer = new Acknowledgement(Terms.of(config, before.contract()), draft, TICK, before.commit());

        Set<Map<String, Account>> expected = new HashSet<>();
        eachOrder(answer, draft, answered, expected);
        List<Draft> outcomes = EveryOrder.of(answer, draft, answered);

        assertThat(outcomes.stream().map(outcome -> Map.copyOf(outcome.owed)))
                .containsExactlyInAnyOrderElementsOf(expected);
        for (Draft outcome : outcomes) {
            assertThat(outcome.owed).hasSizeLessThanOrEqualTo(cap);
        }
    }

    private static Map<String, Account> owedSince(int since, List<Key> keys) {
        Map<String, Account> owed = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            if (key.owedSince() == since) {
                Belief belief = key.unknown() ? Belief.Unsettled.UNKNOWN : new Belief.Announced(3);
                long lastIssue = key.issuedByTick() ? TICK : TICK + 1;
                owed.put(name(i), new Account(belief, lastIssue, false, false, false, 0, since));
            }
        }
        return owed;
    }

    private static HeatState state(PersistentMap<String, Account> owed) {
        return new HeatState(
                ExtensionsKt.persistentHashMapOf(),
                owed,
                Issues.NONE,
                ExtensionsKt.persistentHashSetOf(),
                9,
                0,
                0,
                null,
                List.of());
    }

    private static void eachOrder(
            Acknowledgement answer, Draft draft, List<String> left, Set<Map<String, Account>> outcomes) {
        if (left.isEmpty()) {
            outcomes.add(Map.copyOf(draft.owed));
        }
        for (String key : left) {
            List<String> others = new ArrayList<>(left);
            others.remove(key);
            Draft next = new Draft(draft);
            answer.answerUntracked(key, next);
            for (Draft bounded : next.bounded()) {
                eachOrder(answer, bounded, others, outcomes);
            }
        }
    }

    private static String name(int index) {
        return "00000000000000a" + index;
    }
}
