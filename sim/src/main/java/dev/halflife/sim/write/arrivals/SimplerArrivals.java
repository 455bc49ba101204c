package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Simplification;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Simpler schedules of arrivals: fewer namespaces, fewer ids, seeds with smaller sequences; and one arrival less, the seeds
 * after it keeping their distance from the cursor.
 */
final class SimplerArrivals {

    static final Simplification<NoConfig, ArrivalsOperation> WAYS = new Simplification<NoConfig, ArrivalsOperation>()
            .names(ArrivalsComponent.NAMESPACES, SimplerArrivals::withNamespace)
            .names(ArrivalsComponent.IDS, SimplerArrivals::withId)
            .operations(SimplerArrivals::simpler)
            .schedules(SimplerArrivals::fewerArrivals);

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

    private static List<Schedule<NoConfig, ArrivalsOperation>> fewerArrivals(
            Schedule<NoConfig, ArrivalsOperation> schedule) {
        List<Schedule<NoConfig, ArrivalsOperation>> candidates = new ArrayList<>();
        for (int i = 0; i < schedule.operations().size(); i++) {
            if (schedule.operations().get(i) instanceof ArrivalsOperation.Arrive arrive) {
                candidates.add(schedule.with(without(schedule.operations(), i, arrive.namespace())));
            }
        }
        return candidates;
    }

    private static List<ArrivalsOperation> without(List<ArrivalsOperation> operations, int arrival, String namespace) {
        List<ArrivalsOperation> fewer = new ArrayList<>(operations);
        for (int i = arrival + 1; i < fewer.size(); i++) {
            boolean follows = fewer.get(i).namespace().equals(namespace);
            if (follows && fewer.get(i) instanceof ArrivalsOperation.Seed seed && seed.sequence() > 0) {
                fewer.set(i, new ArrivalsOperation.Seed(seed.atNanos(), namespace, seed.id(), seed.sequence() - 1));
            }
        }
        fewer.remove(arrival);
        return fewer;
    }
}
