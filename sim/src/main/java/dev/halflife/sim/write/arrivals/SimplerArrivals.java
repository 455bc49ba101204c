package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Simplification;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simpler schedules of arrivals: fewer namespaces, fewer ids, seeds with smaller sequences. */
final class SimplerArrivals {

    static final Simplification<NoConfig, ArrivalsOperation> WAYS = new Simplification<NoConfig, ArrivalsOperation>()
            .names(ArrivalsComponent.NAMESPACES, SimplerArrivals::withNamespace)
            .names(ArrivalsComponent.IDS, SimplerArrivals::withId)
            .operations(SimplerArrivals::simpler);

    private SimplerArrivals() {}

    private static ArrivalsOperation withNamespace(ArrivalsOperation operation, UnaryOperator<String> names) {
        String namespace = names.apply(operation.namespace());
        return operation.match(
                arrive -> new ArrivalsOperation.Arrive(arrive.atNanos(), namespace, arrive.id()),
                seed -> new ArrivalsOperation.Seed(seed.atNanos(), namespace, seed.id(), seed.sequence()),
                last -> new ArrivalsOperation.Last(last.atNanos(), namespace));
    }

    private static ArrivalsOperation withId(ArrivalsOperation operation, UnaryOperator<String> names) {
        return operation.match(
                arrive -> new ArrivalsOperation.Arrive(arrive.atNanos(), arrive.namespace(), names.apply(arrive.id())),
                seed -> new ArrivalsOperation.Seed(
                        seed.atNanos(), seed.namespace(), names.apply(seed.id()), seed.sequence()),
                last -> last);
    }

    private static List<ArrivalsOperation> simpler(ArrivalsOperation operation) {
        return operation.match(
                arrive -> List.of(),
                seed -> Simplification.numbers(seed.sequence()).stream()
                        .<ArrivalsOperation>map(sequence ->
                                new ArrivalsOperation.Seed(seed.atNanos(), seed.namespace(), seed.id(), sequence))
                        .toList(),
                last -> List.of());
    }
}
