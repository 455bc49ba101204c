package dev.halflife.sim.write.credits.museum;

import static dev.halflife.model.write.credits.CreditsRule.A1;
import static dev.halflife.model.write.credits.CreditsRule.A5;
import static dev.halflife.model.write.credits.CreditsRule.F6;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong between two steps of a call, when another comes in between (A1, A5, F6). */
final class RaceMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.race(
                            "best-effort-flush",
                            F6,
                            "the claim of a full pile is a compare-and-set of the count, and fails where another call came between",
                            (config, probe) -> new Textbook(config) {

                                @Override
                                void plan(Turn turn, List<String> ids) {
                                    turn.ahead.add(() -> {
                                        count += ids.size();
                                        turn.seen = count;
                                    });
                                    turn.ahead.add(() -> {
                                        ids.forEach(id -> pile.merge(id, 1L, Long::sum));
                                        if (turn.seen >= threshold) {
                                            turn.ahead.add(() -> claim(turn));
                                        }
                                    });
                                }

                                private void claim(Turn turn) {
                                    probe.reached(turn.seen != count);
                                    if (turn.seen == count) {
                                        count = 0;
                                        turn.ahead.add(() -> turn.taken = takePile());
                                    }
                                }

                                @Override
                                void planDrain(Turn turn) {
                                    turn.ahead.add(() -> count = 0);
                                    turn.ahead.add(() -> turn.taken = takePile());
                                }

                                private @Nullable Map<String, Long> takePile() {
                                    Map<String, Long> all = new LinkedHashMap<>(pile);
                                    probe.reached(credits(all) < threshold);
                                    pile.clear();
                                    return all.isEmpty() ? null : all;
                                }
                            })
                    .historic(),
            Mistake.race(
                    "flush-left-to-others",
                    F6,
                    "a record that finds another call running leaves a full pile to it, as a lock that is only tried would",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        boolean takes(List<String> ids) {
                            boolean takes = super.takes(ids);
                            probe.reached(takes && others() > 1);
                            return takes && others() <= 1;
                        }
                    }),
            Mistake.race(
                    "lost-update",
                    A1,
                    "a record reads the pile, adds to what it read, and writes that back over what others wrote",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void plan(Turn turn, List<String> ids) {
                            turn.ahead.add(() -> turn.copy.putAll(pile));
                            turn.ahead.add(() -> {
                                probe.reached(!turn.copy.equals(pile));
                                pile.clear();
                                pile.putAll(turn.copy);
                                count = credits(pile);
                                add(ids);
                                if (takes(ids)) {
                                    turn.taken = take();
                                }
                            });
                        }
                    }),
            Mistake.race(
                    "cleared-after-the-copy",
                    A1,
                    "a drain copies the pile and clears it later, with all that came between",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void planDrain(Turn turn) {
                            turn.ahead.add(() -> turn.copy.putAll(pile));
                            turn.ahead.add(() -> {
                                probe.reached(!turn.copy.equals(pile));
                                forget();
                                turn.taken = turn.copy.isEmpty() ? null : turn.copy;
                            });
                        }
                    }),
            Mistake.race(
                    "double-flush",
                    A1,
                    "two records see a full pile, and both copy it before either clears it",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void plan(Turn turn, List<String> ids) {
                            turn.ahead.add(() -> {
                                add(ids);
                                turn.copy.putAll(takes(ids) ? pile : Map.of());
                            });
                            turn.ahead.add(() -> {
                                if (!turn.copy.isEmpty()) {
                                    probe.reached(!turn.copy.equals(pile));
                                    forget();
                                    turn.taken = turn.copy;
                                }
                            });
                        }
                    }),
            Mistake.race(
                    "pile-before-count",
                    A5,
                    "a drain takes the pile and resets the count later, whatever was counted since",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void planDrain(Turn turn) {
                            turn.ahead.add(() -> {
                                turn.copy.putAll(pile);
                                pile.clear();
                            });
                            turn.ahead.add(() -> {
                                probe.reached(!pile.isEmpty());
                                count = 0;
                                turn.taken = turn.copy.isEmpty() ? null : turn.copy;
                            });
                        }
                    }));

    private RaceMistakes() {}
}
