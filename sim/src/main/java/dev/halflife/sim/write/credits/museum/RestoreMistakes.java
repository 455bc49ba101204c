package dev.halflife.sim.write.credits.museum;

import static dev.halflife.model.write.credits.CreditsRule.A1;
import static dev.halflife.model.write.credits.CreditsRule.A5;
import static dev.halflife.model.write.credits.CreditsRule.F6;

import java.util.List;
import java.util.Map;

/** What goes wrong when a flush that failed comes back (A1, A5, F6). */
final class RestoreMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                            "restore-forgotten",
                            F6,
                            "a flush that failed in storage is dropped, as nothing takes it back",
                            (config, probe) -> new Textbook(config) {

                                @Override
                                void restore(Map<String, Long> flush) {
                                    probe.reached();
                                }
                            })
                    .historic(),
            Mistake.of(
                    "restore-doubles",
                    A1,
                    "a flush that comes back is added twice",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            probe.reached();
                            super.restore(flush);
                            super.restore(flush);
                        }
                    }),
            Mistake.of(
                    "restore-forgets-counts",
                    A1,
                    "of a flush that comes back every id counts once",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            probe.reached(credits(flush) > flush.size());
                            add(List.copyOf(flush.keySet()));
                        }
                    }),
            Mistake.of(
                    "restore-beyond-the-threshold-dropped",
                    A1,
                    "what comes back beyond the threshold is dropped",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            boolean fits = count + credits(flush) <= threshold;
                            probe.reached(!fits);
                            if (fits) {
                                super.restore(flush);
                            }
                        }
                    }),
            Mistake.of(
                    "restore-flushes-to-nobody",
                    A1,
                    "a restore that reaches the threshold flushes, and nobody takes what it hands out",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            super.restore(flush);
                            if (isFull()) {
                                probe.reached();
                                forget();
                            }
                        }
                    }),
            Mistake.of(
                    "restore-overwrites",
                    A5,
                    "an id that comes back overwrites what was recorded of it since",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            flush.forEach((id, credits) -> {
                                probe.reached(pile.containsKey(id));
                                pile.put(id, credits);
                            });
                            count += credits(flush);
                        }
                    }),
            Mistake.of(
                    "restore-not-counted",
                    A5,
                    "what comes back goes into the pile and not into the count",
                    (config, probe) -> new Textbook(config) {

                        @Override
                        void restore(Map<String, Long> flush) {
                            long before = count;
                            super.restore(flush);
                            probe.reached();
                            count = before;
                        }
                    }));

    private RestoreMistakes() {}
}
