package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.world.PathRuntime.Running;

/** Makes defects of the world: of the wiring between the reference's parts, or of one of these parts. */
final class PathDefect {

    private static final long BUDGET = 2_000;
    private static final Contract STRICT = Contract.strict();

    private PathDefect() {}

    /** Wires parts together, and makes a mistake. */
    @FunctionalInterface
    interface Miswiring {
        PathRuntime over(Probe probe, PathConfig config, Running parts, PathState initial);
    }

    /** Puts another part in the place of the right one. */
    @FunctionalInterface
    interface Exchange<O, R> {
        Subject<O, R> of(Subject<O, R> right, PathConfig config, Probe probe);
    }

    /** Correct parts, wired wrongly. */
    static Defect<PathConfig, PathOperation, PathReply> wired(
            String id, PathRule rule, String sentence, Miswiring wiring) {
        return defect(
                id,
                rule,
                sentence,
                Origin.INVENTED,
                (config, probe) -> new PathSubject(
                        config,
                        new PathSubject.Named("reference", config),
                        (its, parts, initial) -> wiring.over(probe, its, parts, initial)));
    }

    /** Correct wiring, and one part that is not as it should be. */
    static <O extends Operation<O>, R> Defect<PathConfig, PathOperation, PathReply> part(
            String id, Rule rule, String sentence, Part<?, ?, O, R> which, Exchange<O, R> exchange) {
        return defect(id, rule, sentence, Origin.INVENTED, exchanged(which, exchange));
    }

    /** Correct wiring, and one part as published. */
    static <O extends Operation<O>, R> Defect<PathConfig, PathOperation, PathReply> published(
            String id, Rule partsRule, String sentence, Part<?, ?, O, R> which) {
        return defect(
                id,
                PathRules.of(which, partsRule),
                sentence,
                Origin.HISTORIC,
                exchanged(which, (right, config, probe) -> {
                    Subject<O, R> published = which.subject("published", config);
                    return operation -> {
                        probe.reached();
                        return published.apply(operation);
                    };
                }));
    }

    private static <O extends Operation<O>, R> Faulty exchanged(Part<?, ?, O, R> which, Exchange<O, R> exchange) {
        return (config, probe) ->
                new PathSubject(config, new Exchanged<>(which, exchange, config, probe), PathRuntime::new);
    }

    /** Makes the faulty world. */
    @FunctionalInterface
    private interface Faulty {
        Subject<PathOperation, PathReply> make(PathConfig config, Probe probe);
    }

    private static Defect<PathConfig, PathOperation, PathReply> defect(
            String id, Rule rule, String sentence, Origin origin, Faulty faulty) {
        Defect.Maker<PathConfig, PathOperation, PathReply> maker = new Defect.Maker<>() {
            @Override
            public Subject<PathOperation, PathReply> faulty(PathConfig config, Probe probe) {
                return faulty.make(config, probe);
            }

            @Override
            public Subject<PathOperation, PathReply> correct(PathConfig config) {
                return new PathSubject(config, "reference");
            }
        };
        return new Defect<>(id, sentence, origin, rule, Owner.WORLD, BUDGET, STRICT, maker);
    }

    /** The reference's parts but for one. */
    private record Exchanged<B extends Operation<B>, Q>(
            Part<?, ?, B, Q> which, Exchange<B, Q> exchange, PathConfig config, Probe probe)
            implements LiveParts.Maker {

        /** What is at a part's place has that part's types. */
        @Override
        @SuppressWarnings("unchecked")
        public <O extends Operation<O>, R> Subject<O, R> subject(Part<?, ?, O, R> part) {
            Subject<O, R> right = part.subject("reference", config);
            return part.place() == which.place()
                    ? (Subject<O, R>) (Subject<?, ?>) exchange.of((Subject<B, Q>) (Subject<?, ?>) right, config, probe)
                    : right;
        }
    }
}
