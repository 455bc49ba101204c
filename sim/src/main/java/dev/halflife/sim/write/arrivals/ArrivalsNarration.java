package dev.halflife.sim.write.arrivals;

import dev.halflife.model.NameText;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.NoConfig;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Arrivals in a few words. */
final class ArrivalsNarration implements Narration<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> {

    @Override
    public String config(NoConfig config) {
        return "nothing to configure";
    }

    @Override
    public String operation(ArrivalsOperation operation) {
        return operation.match(
                arrive -> "record   " + NameText.of(arrive.id()) + " in " + NameText.of(arrive.namespace()),
                seed -> "seed     " + NameText.of(seed.id()) + " #" + seed.sequence() + " in "
                        + NameText.of(seed.namespace()),
                last -> "last     of " + NameText.of(last.namespace()));
    }

    @Override
    public String reply(ArrivalsOperation operation, ArrivalsReply reply) {
        return reply.toString();
    }

    /** The cursors, the namespaces sorted. */
    @Override
    public String note(ArrivalsState state) {
        return StreamSupport.stream(state.namespaces().spliterator(), false)
                .sorted()
                .map(namespace -> NameText.of(namespace) + ": "
                        + state.cursor(namespace).map(Cursor::toString).orElse("none"))
                .collect(Collectors.joining(" · "));
    }
}
