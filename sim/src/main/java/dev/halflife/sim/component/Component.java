package dev.halflife.sim.component;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/**
 * A component of the harness: its specification, its subjects, and what the simulator, the explorer, the shrinker, the
 * trace checker and the report need to know of it. Stateless; any thread may use it.
 *
 * @param <C> the configuration
 * @param <S> the specification's state
 * @param <O> the operations
 * @param <R> the replies
 */
public interface Component<C, S, O extends Operation<O>, R> {

    /** The name on the command line and in trace headers, such as {@code blob-heat-registry}. */
    String name();

    /** What it must do. */
    Spec<S, O, R> spec(C config, Contract contract);

    /** The names of the subjects that come with the harness: {@code reference}, {@code published}. */
    List<String> subjects();

    /**
     * A fresh subject, one of {@link #subjects()}; defects are found by {@code sim.run.Subjects}, for every component.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    Subject<O, R> subject(String name, C config);

    /** Whether a foreign process can be its subject; not where what is tried is a world made of many. */
    default boolean takesForeign() {
        return true;
    }

    /** How configurations, operations and replies are written in traces and schedules. */
    Codec<C, O, R> codec();

    /** Where random schedules come from. */
    Workload<C, S, O> workload();

    /** What the explorer enumerates. */
    Exploration<C, S, O> exploration();

    /**
     * What is read at the end of every schedule, so that no wrong state stays unseen; nothing comes after it. Where a
     * content shows only by being taken, the last of these may take it; the others must change nothing.
     */
    List<O> audit(C config, S state, long atNanos);

    /**
     * Schedules that are simpler than this one in some way other than being shorter (fewer keys, rounder configuration),
     * each strictly, so that following them ends. The shrinker keeps those that still fail.
     */
    List<Schedule<C, O>> simplifications(Schedule<C, O> schedule);

    /** The findings that the published subject shows under the strict contract. */
    List<Finding> findings();

    /** What a campaign must have met; at most 64. */
    default List<Situation<C, S, O, R>> situations() {
        return List.of();
    }

    /** The mistakes that its judge must convict, each a subject named {@code defect:ID}; see {@code sim.museum}. */
    default List<Defect<C, O, R>> defects() {
        return List.of();
    }

    /** How this component is described to people. */
    Narration<C, S, O, R> narration();
}
