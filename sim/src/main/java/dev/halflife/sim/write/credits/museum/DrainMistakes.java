package dev.halflife.sim.write.credits.museum;

import static dev.halflife.model.write.credits.CreditsRule.A1;
import static dev.halflife.model.write.credits.CreditsRule.A3;
import static dev.halflife.model.write.credits.CreditsRule.A4;
import static dev.halflife.model.write.credits.CreditsRule.A5;

import dev.halflife.model.write.credits.Flush;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong when the pile is drained (A1, A3, A4, A5). */
final class DrainMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                    "drain-without-reset",
                    A1,
                    "a drain hands everything out and forgets nothing",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            probe.reached(!pile.isEmpty());
                            return pile.isEmpty() ? null : new LinkedHashMap<>(pile);
                        }
                    }),
            Mistake.of(
                    "drain-keeps-the-count",
                    A5,
                    "a drain empties the pile and leaves the count",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            long before = count;
                            Map<String, Long> all = take();
                            probe.reached(before > 0);
                            count = before;
                            return all;
                        }
                    }),
            Mistake.of(
                    "drain-keeps-the-pile",
                    A5,
                    "a drain resets the count and leaves the pile",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            Map<String, Long> all = new LinkedHashMap<>(pile);
                            probe.reached(!all.isEmpty());
                            count = 0;
                            return all.isEmpty() ? null : all;
                        }
                    }),
            Mistake.of(
                    "empty-flush",
                    A3,
                    "a drain of nothing hands out an empty flush",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            Map<String, Long> all = take();
                            probe.reached(all == null);
                            return all == null ? Map.of() : all;
                        }
                    }),
            Mistake.of(
                    "drain-waits-for-the-threshold",
                    A4,
                    "a drain hands out a full pile and leaves any other for the next record",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            probe.reached(!isFull() && !pile.isEmpty());
                            return isFull() ? take() : null;
                        }
                    }),
            Mistake.of(
                    "clear-before-copy",
                    A4,
                    "the pile is cleared and then copied, and everything in it is gone",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            probe.reached(!pile.isEmpty());
                            forget();
                            return take();
                        }
                    }),
            Mistake.of(
                    "drain-stops-after-an-id",
                    A4,
                    "a drain takes the first id, leaves the others, and hands out as many flushes as there are ids",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        @Nullable
                        Map<String, Long> drained() {
                            probe.reached(pile.size() > 1);
                            for (Map.Entry<String, Long> first : pile.entrySet()) {
                                Map<String, Long> one = new LinkedHashMap<>(Map.of(first.getKey(), first.getValue()));
                                pile.remove(first.getKey());
                                count -= first.getValue();
                                return one;
                            }
                            return null;
                        }
                    }),
            Mistake.of(
                    "ids-zeroed-not-removed",
                    A1,
                    "the pile is emptied by setting every id to 0, and the next flush hands these out",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void forget() {
                            pile.replaceAll((id, credits) -> 0L);
                            count = 0;
                        }

                        @Override
                        Flush tell(Map<String, Long> taken) {
                            probe.reached(taken.containsValue(0L));
                            return super.tell(taken);
                        }
                    }));

    private DrainMistakes() {}
}
