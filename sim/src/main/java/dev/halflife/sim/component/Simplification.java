package dev.halflife.sim.component;

import dev.halflife.model.Operation;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Simpler schedules than a given one, for {@link Component#simplifications}: simpler configurations, fewer names and
 * names in order of appearance, simpler operations. Immutable.
 *
 * @param <C> the configuration
 * @param <O> the operations
 */
public final class Simplification<C, O extends Operation<O>> {

    /** Replaces each name of one kind in an operation, in the order in which they are written. */
    @FunctionalInterface
    public interface Renaming<O> {
        /** The same operation with other names. */
        O renamed(O operation, UnaryOperator<String> names);
    }

    private final List<Function<Schedule<C, O>, Stream<Schedule<C, O>>>> ways;

    /** No way to simplify, to begin with. */
    public Simplification() {
        this(List.of());
    }

    private Simplification(List<Function<Schedule<C, O>, Stream<Schedule<C, O>>>> ways) {
        this.ways = List.copyOf(ways);
    }

    /** The candidates, the most promising first. */
    public List<Schedule<C, O>> of(Schedule<C, O> schedule) {
        return ways.stream().flatMap(way -> way.apply(schedule)).toList();
    }

    /** Also by a simpler configuration, of those that {@code simpler} names. */
    public Simplification<C, O> configs(Function<C, List<C>> simpler) {
        return and(schedule ->
                simpler.apply(schedule.config()).stream().map(config -> new Schedule<>(config, schedule.operations())));
    }

    /**
     * Also by two names becoming one, and by the names becoming those of the alphabet in their order of appearance.
     */
    public Simplification<C, O> names(Names alphabet, Renaming<O> renaming) {
        return and(schedule -> {
            List<String> used = used(schedule.operations(), renaming);
            List<Schedule<C, O>> candidates = new ArrayList<>();
            for (int i = used.size() - 1; i > 0; i--) {
                for (int j = 0; j < i; j++) {
                    String from = used.get(i);
                    String to = used.get(j);
                    candidates.add(renamed(schedule, renaming, name -> name.equals(from) ? to : name));
                }
            }
            if (used.size() <= Names.COUNT && !used.equals(alphabet.first(used.size()))) {
                candidates.add(renamed(schedule, renaming, name -> alphabet.get(used.indexOf(name))));
            }
            return candidates.stream();
        });
    }

    /** Also by one operation becoming simpler, of those that {@code simpler} names. */
    public Simplification<C, O> operations(Function<O, List<O>> simpler) {
        return and(schedule -> {
            List<Schedule<C, O>> candidates = new ArrayList<>();
            for (int i = 0; i < schedule.operations().size(); i++) {
                for (O candidate : simpler.apply(schedule.operations().get(i))) {
                    List<O> changed = new ArrayList<>(schedule.operations());
                    changed.set(i, candidate);
                    candidates.add(schedule.with(changed));
                }
            }
            return candidates.stream();
        });
    }

    /**
     * Simpler numbers than this one: 0, 1, 2, the same without its sign, and then nearer to 0 by a half of it, by a quarter,
     * and so on down to 1, so that the least that will do is found in few steps. Each is nearer to 0, or as near and not
     * negative.
     */
    public static List<Long> numbers(long number) {
        LongStream.Builder candidates = LongStream.builder()
                .add(0)
                .add(1)
                .add(2)
                .add(number == Long.MIN_VALUE ? Long.MAX_VALUE : -number)
                .add(number / 2);
        for (long step = number / 4; step != 0; step /= 2) {
            candidates.add(number - step);
        }
        return candidates
                .add(number - Long.signum(number))
                .build()
                .filter(candidate -> isSimpler(candidate, number))
                .distinct()
                .boxed()
                .toList();
    }

    private static boolean isSimpler(long candidate, long number) {
        int order = Long.compareUnsigned(magnitude(candidate), magnitude(number));
        return order < 0 || (order == 0 && candidate > number);
    }

    /** Read as unsigned, so that the most negative number has one too. */
    private static long magnitude(long number) {
        return number < 0 ? -number : number;
    }

    /** Also by what concerns several operations at once. */
    public Simplification<C, O> schedules(Function<Schedule<C, O>, List<Schedule<C, O>>> simpler) {
        return and(schedule -> simpler.apply(schedule).stream());
    }

    private Simplification<C, O> and(Function<Schedule<C, O>, Stream<Schedule<C, O>>> way) {
        return new Simplification<>(Stream.concat(ways.stream(), Stream.of(way)).toList());
    }

    private static <C, O extends Operation<O>> Schedule<C, O> renamed(
            Schedule<C, O> schedule, Renaming<O> renaming, UnaryOperator<String> names) {
        return schedule.with(schedule.operations().stream()
                .map(operation -> renaming.renamed(operation, names))
                .toList());
    }

    private static <O> List<String> used(List<O> operations, Renaming<O> renaming) {
        Set<String> used = new LinkedHashSet<>();
        for (O operation : operations) {
            renaming.renamed(operation, name -> {
                used.add(name);
                return name;
            });
        }
        return List.copyOf(used);
    }
}
