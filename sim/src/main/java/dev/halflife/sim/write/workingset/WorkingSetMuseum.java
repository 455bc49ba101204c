package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the working set: each one overridden step of a {@link TextbookWorkingSet}, but for one that it takes threads to see. */
final class WorkingSetMuseum {

    static final List<Defect<NoConfig, WorkingSetOperation, WorkingSetReply>> ALL =
            Stream.of(HeadMistakes.ALL, TrimMistakes.ALL).flatMap(List::stream).toList();

    private WorkingSetMuseum() {}
}
