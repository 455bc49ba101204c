package dev.halflife.stress.jcstress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.infra.runners.CounterThread;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.util.Counter;

/**
 * A case by the runner that JCStress has generated for it.
 *
 * <p>The actors meet after every few samples and wait for each other spinning: so most samples are of two actors at once,
 * also where other programs keep the processors busy. There it takes longer until both run; a sample is worth the same.
 */
final class Strides implements Sampler {

    private static final int FACTOR = Integer.getInteger("stress.factor", 1);
    private static final long ENOUGH = 50_000L * FACTOR;
    private static final int FIRST_MILLIS = 50 * FACTOR;
    private static final int SAMPLES_UNTIL_THEY_MEET = 16;
    private static final int MEETINGS = 40;

    private final String runner;

    Strides(Class<?> part) {
        runner = TestList.getInfo(part.getName().replace('$', '.')).generatedRunner();
    }

    @Override
    public long enough() {
        return ENOUGH;
    }

    @Override
    public void round(int round, Map<String, Long> counts) throws ReflectiveOperationException, InterruptedException {
        Object runs = Class.forName(runner)
                .getConstructor(ForkedTestConfig.class)
                .newInstance(config(runner, FIRST_MILLIS << round));
        run((Runner<?>) runs, counts);
    }

    private static <R> void run(Runner<R> runner, Map<String, Long> counts) throws InterruptedException {
        List<CounterThread<R>> actors = runner.internalRun(); // takes its time, and has told them to end
        Ending.await(actors);
        for (CounterThread<R> actor : actors) {
            if (actor.throwable() != null) {
                throw new IllegalStateException("an actor has failed", actor.throwable());
            }
            Counter<R> seen = actor.result();
            seen.elementSet().forEach(outcome -> counts.merge(String.valueOf(outcome), seen.count(outcome), Long::sum));
        }
    }

    /** As JCStress sends it to its own processes; it can be made in no other way without one. */
    private static ForkedTestConfig config(String runner, int millis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(List.of(SpinLoopStyle.values()).indexOf(SpinLoopStyle.THREAD_SPIN_WAIT));
            out.writeInt(millis);
            out.writeInt(1); // iterations: they are counted here
            out.writeUTF(runner);
            out.writeInt(0); // memory: the strides are as long as told
            out.writeInt(SAMPLES_UNTIL_THEY_MEET);
            out.writeInt(MEETINGS);
            out.writeBoolean(false); // no thread is bound to a processor
            return new ForkedTestConfig(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
