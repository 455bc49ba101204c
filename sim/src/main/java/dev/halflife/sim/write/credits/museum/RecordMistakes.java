package dev.halflife.sim.write.credits.museum;

import static dev.halflife.model.write.credits.CreditsRule.A2;
import static dev.halflife.model.write.credits.CreditsRule.A3;
import static dev.halflife.model.write.credits.CreditsRule.A5;
import static dev.halflife.model.write.credits.CreditsRule.A6;
import static dev.halflife.model.write.credits.CreditsRule.F6;

import dev.halflife.model.write.credits.Flush;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What goes wrong when credits are recorded (A2, A3, A5, A6, F6). */
final class RecordMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                    "threshold-passed-not-reached",
                    A2,
                    "a record flushes when the count is past the threshold, not when it reaches it",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        boolean isFull() {
                            probe.reached(count == threshold);
                            return count > threshold;
                        }
                    }),
            Mistake.of(
                    "flush-without-its-own-credits",
                    A2,
                    "a flush is taken before the call's own credits are added",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void plan(Turn turn, List<String> ids) {
                            turn.ahead.add(Textbook::arrive);
                            turn.ahead.add(() -> {
                                if (!ids.isEmpty() && count + ids.size() >= threshold) {
                                    probe.reached();
                                    turn.taken = take();
                                }
                                add(ids);
                            });
                        }
                    }),
            Mistake.of(
                    "repeated-ids-collapsed",
                    A2,
                    "the ids of a record go through a set, and one that repeats counts once",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void add(List<String> ids) {
                            List<String> distinct = List.copyOf(new LinkedHashSet<>(ids));
                            probe.reached(distinct.size() < ids.size());
                            super.add(distinct);
                        }
                    }),
            Mistake.of(
                    "every-id-flushed-once",
                    A2,
                    "a flush tells one credit of each id, however many there are",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        Flush tell(Map<String, Long> taken) {
                            Map<String, Long> once = new LinkedHashMap<>();
                            taken.forEach((id, credits) -> once.put(id, 1L));
                            probe.reached(!once.equals(taken));
                            return new Flush.Counts(once);
                        }
                    }),
            Mistake.of(
                    "pile-is-a-set",
                    A5,
                    "the pile remembers which ids were credited and not how often",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void add(List<String> ids) {
                            for (String id : ids) {
                                probe.reached(pile.containsKey(id));
                                pile.put(id, 1L);
                            }
                            count += ids.size();
                        }
                    }),
            Mistake.of(
                    "one-count-per-call",
                    A5,
                    "the count goes up by one for a call, not for each of its ids",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void add(List<String> ids) {
                            super.add(ids);
                            probe.reached(ids.size() > 1);
                            count += ids.isEmpty() ? 0 : 1 - ids.size();
                        }
                    }),
            Mistake.of(
                    "count-below-zero-after-a-flush",
                    A5,
                    "a flush takes the threshold off the count, though it takes more than that off the pile",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void forget() {
                            long more = count - threshold;
                            super.forget();
                            probe.reached(more > 0);
                            count = Math.max(0, more);
                        }
                    }),
            Mistake.of(
                    "flush-of-nothing-recorded",
                    A3,
                    "a record of nothing takes the pile where a restore has filled it",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        boolean takes(List<String> ids) {
                            probe.reached(ids.isEmpty() && isFull());
                            return isFull();
                        }
                    }),
            Mistake.of(
                    "flush-keeps-the-pile",
                    A6,
                    "a flush hands out a copy, and neither the pile nor the count is reset",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void forget() {
                            if (isFull()) {
                                probe.reached();
                            } else {
                                super.forget();
                            }
                        }
                    }),
            Mistake.of(
                    "counts-dropped",
                    F6,
                    "a flush tells its ids without their counts",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        Flush tell(Map<String, Long> taken) {
                            probe.reached();
                            return new Flush.Ids(List.copyOf(taken.keySet()));
                        }
                    }));

    private RecordMistakes() {}
}
