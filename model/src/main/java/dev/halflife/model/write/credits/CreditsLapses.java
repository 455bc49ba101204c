package dev.halflife.model.write.credits;

import static dev.halflife.model.write.credits.CreditsRule.A1;
import static dev.halflife.model.write.credits.CreditsRule.A2;
import static dev.halflife.model.write.credits.CreditsRule.A4;
import static dev.halflife.model.write.credits.CreditsRule.A5;
import static dev.halflife.model.write.credits.CreditsRule.A6;
import static dev.halflife.model.write.credits.CreditsRule.F6;

import dev.halflife.model.Lapse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** How credits break one of their rules, one step of a call or the restore of a flush at a time. */
final class CreditsLapses {

    private final CreditsConfig config;
    private final long threshold;
    private final List<Lapse<CreditsState, CreditsOperation, CreditsReply>> all = new ArrayList<>();

    private CreditsLapses(CreditsConfig config) {
        this.config = config;
        this.threshold = config.threshold();
    }

    static List<Lapse<CreditsState, CreditsOperation, CreditsReply>> of(CreditsConfig config) {
        CreditsLapses lapses = new CreditsLapses(config);
        lapses.published();
        lapses.restores();
        lapses.records();
        lapses.drains();
        lapses.counts();
        return lapses.all;
    }

    private void published() {
        add(F6, new WholeCalls(threshold) {
            @Override
            public boolean tellsCounts() {
                return false;
            }
        });
        add(F6, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return pending;
            }
        });
        all.add(new Lapse<>(F6, new CreditsSpec(config, false, new PublishedSteps(threshold))));
    }

    /** The count and the pile go apart. */
    private void counts() {
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending afterDrain(Pending pending) {
                return new Pending(pending.count(), Pile.EMPTY);
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending afterDrain(Pending pending) {
                return new Pending(0, pending.pile());
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending afterFlush(Pending before, Pending more) {
                return new Pending(more.count(), Pile.EMPTY);
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending afterFlush(Pending before, Pending more) {
                return new Pending(0, more.pile());
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending afterFlush(Pending before, Pending more) {
                return new Pending(more.count() - threshold, Pile.EMPTY);
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending added(Pending pending, List<String> ids) {
                return new Pending(
                        pending.count() + ids.size(), once(pending.pile().plus(ids)));
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending added(Pending pending, List<String> ids) {
                return new Pending(
                        pending.count() + Math.min(1, ids.size()),
                        pending.pile().plus(ids));
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return new Pending(pending.count(), pending.pile().plus(flush));
            }
        });
        add(A5, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return new Pending(pending.count() + flush.credits(), pending.pile());
            }
        });
    }

    private void records() {
        add(A2, new WholeCalls(threshold) {
            @Override
            boolean takes(List<String> ids, Pending more) {
                return more.count() > threshold;
            }
        });
        add(A2, new WholeCalls(threshold) {
            @Override
            Pile flushed(Pending before, Pending more) {
                return before.pile();
            }

            @Override
            Pending afterFlush(Pending before, Pending more) {
                return new Pending(more.count() - before.count(), Pile.EMPTY);
            }
        });
        add(A2, new WholeCalls(threshold) {
            @Override
            Pending added(Pending pending, List<String> ids) {
                return super.added(pending, List.copyOf(new LinkedHashSet<>(ids)));
            }
        });
        add(A2, new WholeCalls(threshold) {
            @Override
            Pile flushed(Pending before, Pending more) {
                return once(more.pile());
            }

            @Override
            Pile drained(Pending pending) {
                return once(pending.pile());
            }
        });
        add(A6, new WholeCalls(threshold) {
            @Override
            Pending afterFlush(Pending before, Pending more) {
                return more;
            }
        });
    }

    private void drains() {
        add(A4, new WholeCalls(threshold) {
            @Override
            Pile drained(Pending pending) {
                return pending.count() >= threshold ? pending.pile() : Pile.EMPTY;
            }

            @Override
            Pending afterDrain(Pending pending) {
                return pending.count() >= threshold ? Pending.NOTHING : pending;
            }
        });
        add(A4, new WholeCalls(threshold) {
            @Override
            Pile drained(Pending pending) {
                return Pile.EMPTY;
            }
        });
        add(A1, new WholeCalls(threshold) {
            @Override
            Pending afterDrain(Pending pending) {
                return pending;
            }
        });
    }

    private void restores() {
        add(A1, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return pending.plus(flush).plus(flush);
            }
        });
        add(A1, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return pending.plus(once(flush));
            }
        });
        add(A1, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                return pending.count() + flush.credits() <= threshold ? pending.plus(flush) : pending;
            }
        });
        add(A1, new WholeCalls(threshold) {
            @Override
            Pending restored(Pending pending, Pile flush) {
                Pending more = pending.plus(flush);
                return more.count() < threshold ? more : Pending.NOTHING;
            }
        });
    }

    /** Each id once. */
    private static Pile once(Pile pile) {
        Pile once = Pile.EMPTY;
        for (Map.Entry<String, Long> entry : pile.counts().entrySet()) {
            once = once.plus(List.of(entry.getKey()));
        }
        return once;
    }

    private void add(CreditsRule rule, Algorithm algorithm) {
        all.add(new Lapse<>(rule, new CreditsSpec(config, true, algorithm)));
    }
}
