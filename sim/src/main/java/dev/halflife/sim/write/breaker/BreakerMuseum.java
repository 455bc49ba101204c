package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the circuit breaker, each one overridden step of a {@link TextbookBreaker}. */
final class BreakerMuseum {

    static final List<Defect<BreakerConfig, BreakerOperation, BreakerReply>> ALL = Stream.of(
                    OpeningMistakes.ALL, ProbeMistakes.ALL)
            .flatMap(List::stream)
            .toList();

    private BreakerMuseum() {}
}
