package dev.halflife.sim.write.world;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.ArrivalsRule;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerRule;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsRule;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorRule;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceRule;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.queue.QueueRule;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsRule;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetRule;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.write.arrivals.ArrivalsComponent;
import dev.halflife.sim.write.breaker.BreakerComponent;
import dev.halflife.sim.write.credits.CreditsComponent;
import dev.halflife.sim.write.cursor.CursorComponent;
import dev.halflife.sim.write.interference.InterferenceComponent;
import dev.halflife.sim.write.queue.QueueComponent;
import dev.halflife.sim.write.statistics.StatisticsComponent;
import dev.halflife.sim.write.workingset.WorkingSetComponent;
import java.util.List;

/** The eight parts of the write path. */
final class Parts {

    static final Part<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> CREDITS =
            new Part<>(0, new CreditsComponent(), PathConfig::credits, PathRule.X1, PathRule.X2, CreditsRule.values());

    static final Part<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> STATISTICS = new Part<>(
            1, new StatisticsComponent(), PathConfig::statistics, PathRule.X3, PathRule.X3, StatisticsRule.values());

    static final Part<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> BREAKER =
            new Part<>(2, new BreakerComponent(), PathConfig::breaker, PathRule.X4, PathRule.X4, BreakerRule.values());

    static final Part<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> INTERFERENCE =
            new Part<>(
                    3,
                    new InterferenceComponent(),
                    PathConfig::interference,
                    PathRule.X5,
                    PathRule.X5,
                    InterferenceRule.values());

    static final Part<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> ARRIVALS =
            new Part<>(4, new ArrivalsComponent(), world -> nothing(), PathRule.X7, PathRule.X7, ArrivalsRule.values());

    static final Part<QueueConfig, QueueState, QueueOperation, QueueReply> QUEUE =
            new Part<>(5, new QueueComponent(), PathConfig::queue, PathRule.X6, PathRule.X6, QueueRule.values());

    static final Part<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> WORKING_SET = new Part<>(
            6, new WorkingSetComponent(), world -> nothing(), PathRule.X7, PathRule.X7, WorkingSetRule.values());

    static final Part<NoConfig, CursorState, CursorOperation, CursorReply> CURSOR =
            new Part<>(7, new CursorComponent(), world -> nothing(), PathRule.X7, PathRule.X7, CursorRule.values());

    /** In the order of their places. */
    static final List<Part<?, ?, ?, ?>> ALL =
            List.of(CREDITS, STATISTICS, BREAKER, INTERFERENCE, ARRIVALS, QUEUE, WORKING_SET, CURSOR);

    private Parts() {}

    private static NoConfig nothing() {
        return new NoConfig();
    }
}
