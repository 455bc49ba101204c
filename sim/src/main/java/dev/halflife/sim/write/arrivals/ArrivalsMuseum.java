package dev.halflife.sim.write.arrivals;

import static dev.halflife.model.write.arrivals.ArrivalsRule.N1;
import static dev.halflife.model.write.arrivals.ArrivalsRule.N2;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Mistakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The defects of arrivals: each one overridden step of {@link PublishedArrivals}, but for one that it takes threads to see. */
final class ArrivalsMuseum {

    private static final Mistakes<NoConfig, ArrivalsOperation, ArrivalsReply> MISTAKES =
            new Mistakes<>(config -> new PublishedArrivals(), 1_000);

    static final List<Defect<NoConfig, ArrivalsOperation, ArrivalsReply>> ALL = List.of(
            MISTAKES.invented(
                    "first-arrival-is-zero",
                    N1,
                    "a namespace's sequence begins with 0",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        long first() {
                            probe.reached();
                            return 0;
                        }
                    }),
            MISTAKES.invented(
                    "sequence-overflows",
                    N1,
                    "at the end of its range a sequence goes on at the beginning",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        long oneMore(long sequence) {
                            probe.reached(sequence == Long.MAX_VALUE);
                            return sequence + 1;
                        }
                    }),
            MISTAKES.invented(
                    "sequence-of-32-bits",
                    N1,
                    "a sequence is counted in an int",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        long oneMore(long sequence) {
                            probe.reached(super.oneMore(sequence) != (int) super.oneMore(sequence));
                            return (int) super.oneMore(sequence);
                        }
                    }),
            MISTAKES.invented(
                    "negative-sequence-is-none",
                    N1,
                    "after a cursor that is not above 0 the sequence begins at 1",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        long oneMore(long sequence) {
                            probe.reached(sequence < 0);
                            return Math.max(1, super.oneMore(sequence));
                        }
                    }),
            MISTAKES.invented(
                    "arrival-follows-itself",
                    N1,
                    "the cursor is written before the previous one is read",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        ArrivalsReply arrive(String namespace, String id) {
                            probe.reached();
                            super.arrive(namespace, id);
                            Cursor own = last.get(namespace);
                            return new ArrivalsReply.Arrived(own, own == null ? first() : own.sequence());
                        }
                    }),
            MISTAKES.invented(
                    "arrival-follows-the-first",
                    N1,
                    "every arrival links to the first of its namespace: a star, and no chain",
                    (config, probe) -> new PublishedArrivals() {
                        private final Map<String, Cursor> heads = new HashMap<>();

                        @Override
                        ArrivalsReply arrive(String namespace, String id) {
                            ArrivalsReply right = super.arrive(namespace, id);
                            Cursor own = last.get(namespace);
                            Cursor head = own == null ? null : heads.putIfAbsent(namespace, own);
                            probe.reached(head != null);
                            return head == null || own == null
                                    ? right
                                    : new ArrivalsReply.Arrived(head, own.sequence());
                        }
                    }),
            MISTAKES.invented(
                    "one-chain-for-all-namespaces",
                    N1,
                    "an arrival links to the last one of any namespace",
                    (config, probe) -> new PublishedArrivals() {
                        private @Nullable String lastNamespace;

                        @Override
                        ArrivalsReply arrive(String namespace, String id) {
                            String before = lastNamespace == null ? namespace : lastNamespace;
                            probe.reached(!before.equals(namespace));
                            Cursor previous = last.get(before);
                            lastNamespace = namespace;
                            if (previous != null) {
                                last.put(namespace, previous);
                            }
                            return super.arrive(namespace, id);
                        }
                    }),
            MISTAKES.invented(
                    "one-sequence-for-all-namespaces",
                    N1,
                    "each namespace has its chain, and all of them one sequence",
                    (config, probe) -> new PublishedArrivals() {
                        private long latest;

                        @Override
                        ArrivalsReply arrive(String namespace, String id) {
                            Cursor previous = last.get(namespace);
                            long right = previous == null ? 1 : oneMore(previous.sequence());
                            latest = Math.max(right, oneMore(latest));
                            probe.reached(latest != right);
                            last.put(namespace, new Cursor(id, latest));
                            return new ArrivalsReply.Arrived(previous, latest);
                        }
                    }),
            MISTAKES.invented(
                    "same-id-does-not-arrive-again",
                    N1,
                    "an id that arrives twice in a row is counted once",
                    (config, probe) -> new PublishedArrivals() {
                        private final Map<String, ArrivalsReply> replies = new HashMap<>();

                        @Override
                        ArrivalsReply arrive(String namespace, String id) {
                            Cursor own = last.get(namespace);
                            ArrivalsReply before = replies.get(namespace);
                            if (own != null && own.id().equals(id) && before != null) {
                                probe.reached();
                                return before;
                            }
                            ArrivalsReply reply = super.arrive(namespace, id);
                            replies.put(namespace, reply);
                            return reply;
                        }
                    }),
            MISTAKES.concurrent(
                    "arrivals-share-a-link",
                    N1,
                    "the cursor is read in one call and written in another, so that two arrivals follow the same one",
                    config -> new ReadThenPut()),
            MISTAKES.invented(
                    "sequence-restarted-by-seed",
                    N2,
                    "a seed takes effect though the cursor is ahead of it",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            probe.reached(!super.takes(known, seed));
                            return true;
                        }
                    }),
            MISTAKES.invented(
                    "equal-seed-ignored",
                    N2,
                    "a seed with the cursor's sequence does not take effect",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            boolean equal = known != null && known.sequence() == seed.sequence();
                            probe.reached(equal);
                            return !equal && super.takes(known, seed);
                        }
                    }),
            MISTAKES.invented(
                    "first-seed-ignored",
                    N2,
                    "a seed only moves a cursor that is there",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            probe.reached(known == null);
                            return known != null && super.takes(known, seed);
                        }
                    }),
            MISTAKES.invented(
                    "only-the-first-seed-taken",
                    N2,
                    "a seed does not move a cursor that is there",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            probe.reached(known != null && super.takes(known, seed));
                            return known == null;
                        }
                    }),
            MISTAKES.invented(
                    "negative-seed-ignored",
                    N2,
                    "a namespace without a cursor is taken to be at 0, and a seed below that to be behind it",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            probe.reached(known == null && seed.sequence() < 0);
                            return seed.sequence() >= (known == null ? 0 : known.sequence());
                        }
                    }),
            MISTAKES.invented(
                    "seed-keeps-the-id",
                    N2,
                    "a seed moves the sequence of a cursor and leaves its id",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        ArrivalsReply seed(String namespace, Cursor cursor) {
                            Cursor known = last.get(namespace);
                            boolean other = known != null && !known.id().equals(cursor.id());
                            probe.reached(other && takes(known, cursor));
                            String id = known == null ? cursor.id() : known.id();
                            return super.seed(namespace, new Cursor(id, cursor.sequence()));
                        }
                    }),
            MISTAKES.invented(
                    "seeds-compared-without-sign",
                    N2,
                    "sequences are compared as unsigned, so that a negative one is ahead of all others",
                    (config, probe) -> new PublishedArrivals() {
                        @Override
                        boolean takes(@Nullable Cursor known, Cursor seed) {
                            boolean taken =
                                    known == null || Long.compareUnsigned(seed.sequence(), known.sequence()) >= 0;
                            probe.reached(taken != super.takes(known, seed));
                            return taken;
                        }
                    }));

    private ArrivalsMuseum() {}
}
