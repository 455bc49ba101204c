package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.Arrival;
import dev.halflife.impl.write.Arrivals;
import dev.halflife.impl.write.Cursor;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.ArrivalsSpec;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.stress.linear.Call;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** The arrivals of a namespace form one chain, and a seed never sets it back (N1, N2). */
class ArrivalsLincheckTest {

    static final LincheckCase CASE = new LincheckCase(
            "arrivals",
            Strict.class,
            new Scenario("", "arrive(1,1)", "arrive(1,2)", "last(1)"),
            new Scenario("arrive(1,1)", "arrive(1,2)", "seed(1,3,4)", "arrive(1,1)"),
            new Scenario("", "seed(1,1,3)", "seed(1,2,2)", "last(1)"));

    @Test
    void n1_theLinksFormOneChain() {
        CASE.holds(Reference.class);
    }

    @Test
    void n1_aLinkReadBeforeItIsReplacedIsConvicted() {
        CASE.convicts(ReadThenPut.class);
    }

    /** What is called. */
    @Param(name = "namespace", gen = IntGen.class, conf = "1:2")
    @Param(name = "id", gen = IntGen.class, conf = "1:3")
    public abstract static class Calls {

        @Operation
        public abstract Arrival<Integer> arrive(@Param(name = "namespace") int namespace, @Param(name = "id") int id);

        @Operation
        public abstract void seed(
                @Param(name = "namespace") int namespace,
                @Param(name = "id") int id,
                @Param(gen = IntGen.class, conf = "1:4") int sequence);

        @Operation
        public abstract Optional<Cursor<Integer>> last(@Param(name = "namespace") int namespace);
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new ArrivalsSpec());
        }

        Call<ArrivalsState, ArrivalsOperation, ArrivalsReply> arrive(int namespace, int id, Arrival<Integer> arrival) {
            dev.halflife.model.write.arrivals.Cursor previous = arrival.previous() == null
                    ? null
                    : new dev.halflife.model.write.arrivals.Cursor(
                            "i" + arrival.previous(), arrival.previousSequence());
            return Call.of(
                    new ArrivalsOperation.Arrive(0, "n" + namespace, "i" + id),
                    new ArrivalsReply.Arrived(previous, arrival.sequence()));
        }

        Call<ArrivalsState, ArrivalsOperation, ArrivalsReply> seed(int namespace, int id, int sequence) {
            return Call.of(
                    new ArrivalsOperation.Seed(0, "n" + namespace, "i" + id, sequence), new ArrivalsReply.Seeded());
        }

        Call<ArrivalsState, ArrivalsOperation, ArrivalsReply> last(int namespace, Optional<Cursor<Integer>> cursor) {
            return Call.of(
                    new ArrivalsOperation.Last(0, "n" + namespace),
                    new ArrivalsReply.Latest(cursor.map(last ->
                                    new dev.halflife.model.write.arrivals.Cursor("i" + last.id(), last.sequence()))
                            .orElse(null)));
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final Arrivals<Integer, Integer> arrivals = new Arrivals<>();

        @Override
        public Arrival<Integer> arrive(int namespace, int id) {
            return arrivals.record(namespace, id);
        }

        @Override
        public void seed(int namespace, int id, int sequence) {
            arrivals.seed(namespace, id, sequence);
        }

        @Override
        public Optional<Cursor<Integer>> last(int namespace) {
            return arrivals.last(namespace);
        }
    }

    /** The map is a concurrent one, but it is asked twice: two arrivals follow the same one. */
    public static final class ReadThenPut extends Calls {

        private final ConcurrentMap<Integer, Cursor<Integer>> lasts = new ConcurrentHashMap<>();

        @Override
        public Arrival<Integer> arrive(int namespace, int id) {
            Cursor<Integer> last = lasts.get(namespace);
            Arrival<Integer> arrival = last == null
                    ? new Arrival<>(null, 0, 1)
                    : new Arrival<>(last.id(), last.sequence(), last.sequence() + 1);
            lasts.put(namespace, new Cursor<>(id, arrival.sequence()));
            return arrival;
        }

        @Override
        public void seed(int namespace, int id, int sequence) {
            Cursor<Integer> last = lasts.get(namespace);
            if (last == null || sequence >= last.sequence()) {
                lasts.put(namespace, new Cursor<>(id, sequence));
            }
        }

        @Override
        public Optional<Cursor<Integer>> last(int namespace) {
            return Optional.ofNullable(lasts.get(namespace));
        }
    }
}
