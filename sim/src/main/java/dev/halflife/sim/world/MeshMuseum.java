package dev.halflife.sim.world;

import static dev.halflife.model.heat.HeatRule.S1;
import static dev.halflife.model.heat.HeatRule.S2;
import static dev.halflife.model.heat.HeatRule.S3;
import static dev.halflife.model.heat.HeatRule.S4;
import static dev.halflife.model.heat.HeatRule.S5;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Emission;
import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.heat.museum.HeatMuseum;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * The defects that it takes a mesh to see (S1 to S5): of drivers, each one overridden call between a driver and its registry
 * or sink; and of registries, to be found by what they do to the mesh.
 */
final class MeshMuseum {

    private static final long BUDGET = 5_000;
    private static final List<Defect<MeshConfig, MeshOperation, MeshReply>> WITH_MARKS = around(true);
    private static final List<Defect<MeshConfig, MeshOperation, MeshReply>> WITHOUT_MARKS = around(false);

    private MeshMuseum() {}

    /** A driver of this registry that makes a mistake. */
    @FunctionalInterface
    private interface Driving {
        MeshSubject with(MeshConfig config, Subject<HeatOperation, HeatReply> registry, Probe probe);
    }

    /** The defects of the world around a registry with marks, or of the one without. */
    static List<Defect<MeshConfig, MeshOperation, MeshReply>> defects(boolean marks) {
        return marks ? WITH_MARKS : WITHOUT_MARKS;
    }

    private static List<Defect<MeshConfig, MeshOperation, MeshReply>> around(boolean marks) {
        String prefix = marks ? "blob-" : "";
        return Stream.concat(drivers(prefix).stream(), registries(prefix, marks).stream())
                .toList();
    }

    private static List<Defect<MeshConfig, MeshOperation, MeshReply>> drivers(String prefix) {
        return List.of(
                driver(
                        prefix + "failure-committed",
                        "a driver commits whatever the sink answered",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            public void rollback(Announcement<String> announcement) {
                                probe.reached();
                                commit(announcement);
                            }
                        }),
                driver(
                        prefix + "failure-forgotten",
                        "a driver whose sink failed leaves it at that",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            public void rollback(Announcement<String> announcement) {
                                probe.reached();
                            }
                        }),
                driver(
                        prefix + "failure-rolls-back-the-first-key",
                        "a driver rolls back the first key of a failed batch and stops there",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            public void rollback(Announcement<String> announcement) {
                                if (announcement.emissions().size() == 1) {
                                    super.rollback(announcement);
                                    return;
                                }
                                probe.reached();
                                String first = announcement.emissions().get(0).key();
                                call(new HeatOperation.Rollback(nowNanos, announcement.number(), List.of(first)));
                            }
                        }),
                driver(
                        prefix + "empty-round-not-committed",
                        "a driver that had nothing to announce commits nothing, and nothing is pruned",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            public void commit(Announcement<String> announcement) {
                                boolean empty = announcement.emissions().isEmpty();
                                probe.reached(empty);
                                if (!empty) {
                                    super.commit(announcement);
                                }
                            }
                        }),
                driver(
                        prefix + "empty-batch-announced",
                        "a driver calls the sink with nothing to announce",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            public Announcement<String> tick(long atNanos) {
                                Announcement<String> announcement = super.tick(atNanos);
                                if (announcement.emissions().isEmpty()) {
                                    probe.reached();
                                    handOver(announcement.emissions());
                                }
                                return announcement;
                            }
                        }),
                driver(
                        prefix + "a-call-per-key",
                        "a driver calls the sink once for each key",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            void handOver(List<Emission<String>> batch) {
                                probe.reached(batch.size() > 1);
                                for (Emission<String> emission : batch) {
                                    super.handOver(List.of(emission));
                                }
                            }
                        }),
                driver(
                        prefix + "withdrawals-held-back",
                        "a driver hands over the heat of a batch and keeps its withdrawals to itself",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            void handOver(List<Emission<String>> batch) {
                                probe.reached(batch.stream().anyMatch(emission -> emission.rate() == 0));
                                super.handOver(batch.stream()
                                        .filter(emission -> emission.rate() > 0)
                                        .toList());
                            }
                        }),
                driver(
                        prefix + "second-answer-taken",
                        "a driver takes every answer, the second one to the same batch too",
                        (config, registry, probe) -> new MeshSubject(config, registry) {
                            @Override
                            void answeredAgain(MeshOperation.Answer again) {
                                probe.reached();
                                call(new HeatOperation.Commit(nowNanos, again.round(), null));
                            }
                        }));
    }

    private static List<Defect<MeshConfig, MeshOperation, MeshReply>> registries(String prefix, boolean marks) {
        Defect<MeshConfig, MeshOperation, MeshReply> overlapping = registry(
                "overlapping-rounds",
                S2,
                Origin.HISTORIC,
                "a round announces what another round's sink has not answered yet",
                "no-in-flight-set");
        List<Defect<MeshConfig, MeshOperation, MeshReply>> both = List.of(
                registry(
                        prefix + "failed-announcement-silences",
                        S3,
                        Origin.HISTORIC,
                        "a tick takes what it announces for known, and one failure silences the key for good",
                        "emission-recorded-at-tick"),
                registry(
                        prefix + "cooling-untold",
                        S4,
                        Origin.INVENTED,
                        "peers go on believing in a heat that has halved and halved again",
                        "halving-not-announced"),
                registry(
                        prefix + "first-read-untold",
                        S4,
                        Origin.INVENTED,
                        "peers do not hear of a key before it has reached the ratio",
                        "first-announcement-waits-for-the-ratio"),
                registry(
                        prefix + "withdrawn-and-never-pruned",
                        S5,
                        Origin.INVENTED,
                        "what was withdrawn stays, and the registry never empties",
                        "negative-zero-is-not-zero"));
        return marks ? Stream.concat(Stream.of(overlapping), both.stream()).toList() : both;
    }

    private static Defect<MeshConfig, MeshOperation, MeshReply> driver(String id, String sentence, Driving driving) {
        Contract strict = Contract.strict();
        Defect.Maker<MeshConfig, MeshOperation, MeshReply> maker = new Defect.Maker<>() {
            @Override
            public Subject<MeshOperation, MeshReply> faulty(MeshConfig config, Probe probe) {
                return driving.with(config, HeatMuseum.correct(config.heat(), strict), probe);
            }

            @Override
            public Subject<MeshOperation, MeshReply> correct(MeshConfig config) {
                return new MeshSubject(config, HeatMuseum.correct(config.heat(), strict));
            }
        };
        return new Defect<>(id, sentence, Origin.INVENTED, S1, Owner.WORLD, BUDGET, strict, maker);
    }

    private static Defect<MeshConfig, MeshOperation, MeshReply> registry(
            String id, HeatRule rule, Origin origin, String sentence, String mistake) {
        Defect.Maker<HeatConfig, HeatOperation, HeatReply> inside = HeatMuseum.mistake(mistake);
        Defect.Maker<MeshConfig, MeshOperation, MeshReply> maker = new Defect.Maker<>() {
            @Override
            public Subject<MeshOperation, MeshReply> faulty(MeshConfig config, Probe probe) {
                return new MeshSubject(config, inside.faulty(config.heat(), probe));
            }

            @Override
            public Subject<MeshOperation, MeshReply> correct(MeshConfig config) {
                return new MeshSubject(config, inside.correct(config.heat()));
            }
        };
        return new Defect<>(id, sentence, origin, rule, Owner.WORLD, BUDGET, Contract.strict(), maker);
    }
}
