package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the retry queue, each one overridden step of a {@link TextbookQueue}. */
final class QueueMuseum {

    static final List<Defect<QueueConfig, QueueOperation, QueueReply>> ALL = Stream.of(
                    FifoMistakes.ALL, RequeueMistakes.ALL)
            .flatMap(List::stream)
            .toList();

    private QueueMuseum() {}
}
