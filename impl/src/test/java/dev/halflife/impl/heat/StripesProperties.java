package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A registry of several stripes is the product of so many registries. */
class StripesProperties {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);
    private static final int KEYS = 12;

    /** What is called, on which key, after how much time; ticks and answers take no key. */
    record Step(String call, int key, long afterNanos) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> calls =
                Arbitraries.of("bump", "bump", "bump", "touch", "remove", "tick", "commit", "rollback");
        return Combinators.combine(
                        calls,
                        Arbitraries.integers().between(0, KEYS - 1),
                        Arbitraries.longs().between(-500, 4_000))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void r2_eachStripeIsARegistryWithItsShareOfTheCap(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int stripes) {
        int cap = 2 * stripes;
        HeatRegistry<Integer> striped = registry(cap, stripes);
        List<HeatRegistry<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < stripes; i++) {
            parts.add(registry(2, 1));
        }
        List<Announcement<Integer>> announced = new ArrayList<>();
        List<List<Announcement<Integer>>> announcedByParts = new ArrayList<>();
        long nowNanos = 0;
        for (Step step : steps) {
            nowNanos += step.afterNanos();
            HeatRegistry<Integer> part = parts.get(striped.stripeOf(step.key()));
            switch (step.call()) {
                case "bump" ->
                    assertThat(striped.bump(step.key(), nowNanos)).isEqualTo(part.bump(step.key(), nowNanos));
                case "touch" -> {
                    striped.touch(step.key(), nowNanos);
                    part.touch(step.key(), nowNanos);
                }
                case "remove" -> {
                    striped.remove(step.key());
                    part.remove(step.key());
                }
                case "tick" -> {
                    List<Announcement<Integer>> each = new ArrayList<>();
                    List<Emission<Integer>> all = new ArrayList<>();
                    for (HeatRegistry<Integer> registry : parts) {
                        each.add(registry.tick(nowNanos));
                        all.addAll(each.get(each.size() - 1).emissions());
                    }
                    announced.add(striped.tick(nowNanos));
                    announcedByParts.add(each);
                    assertThat(announced.get(announced.size() - 1).emissions()).isEqualTo(all);
                }
                default -> answer(step, striped, parts, announced, announcedByParts);
            }
            assertSameStates(striped, parts);
        }
    }

    private static void answer(
            Step step,
            HeatRegistry<Integer> striped,
            List<HeatRegistry<Integer>> parts,
            List<Announcement<Integer>> announced,
            List<List<Announcement<Integer>>> announcedByParts) {
        if (announced.isEmpty()) {
            return;
        }
        int tick = step.key() % announced.size();
        boolean committed = step.call().equals("commit");
        if (committed) {
            striped.commit(announced.get(tick));
        } else {
            striped.rollback(announced.get(tick));
        }
        for (int i = 0; i < parts.size(); i++) {
            Announcement<Integer> announcement = announcedByParts.get(tick).get(i);
            if (committed) {
                parts.get(i).commit(announcement);
            } else {
                parts.get(i).rollback(announcement);
            }
        }
    }

    private static void assertSameStates(HeatRegistry<Integer> striped, List<HeatRegistry<Integer>> parts) {
        for (int key = 0; key < KEYS; key++) {
            assertThat(striped.observe(key))
                    .isEqualTo(parts.get(striped.stripeOf(key)).observe(key));
        }
        assertThat(striped.size())
                .isEqualTo(parts.stream().mapToInt(HeatRegistry::size).sum());
        assertThat(striped.inFlight())
                .isEqualTo(parts.stream().mapToInt(HeatRegistry::inFlight).sum());
        assertThat(striped.owedWithdrawals())
                .isEqualTo(
                        parts.stream().mapToInt(HeatRegistry::owedWithdrawals).sum());
        assertThat(striped.droppedWithdrawals())
                .isEqualTo(parts.stream()
                        .mapToLong(HeatRegistry::droppedWithdrawals)
                        .sum());
    }

    private static HeatRegistry<Integer> registry(int cap, int stripes) {
        return HeatRegistry.<Integer>marked(POLICY)
                .cap(cap)
                .leaseNanos(3_000)
                .stripes(stripes)
                .build();
    }
}
