package dev.halflife.sim.world;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Announcer;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatDriver;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.subject.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Any registry behind real {@link HeatDriver}s and a sink that does what the schedule says. Everything happens on the one
 * thread that applies the operations; the drivers' clock is the time of the operation. Defects of the mesh override what a
 * driver calls.
 */
class MeshSubject implements Subject<MeshOperation, MeshReply>, MeshOperation.Cases<MeshReply>, Announcer<String> {

    /** The drivers' rounds are all asked for, so nothing is ever scheduled and no thread is started. */
    private static final ScheduledThreadPoolExecutor UNUSED = new ScheduledThreadPoolExecutor(0);

    private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Subject<HeatOperation, HeatReply> registry;
    private final List<HeatDriver<String>> drivers = new ArrayList<>();
    /** The sink's answers to rounds that hang or hung: a second one is given as well, and must change nothing. */
    private final Map<Long, CompletableFuture<Void>> hanging = new HashMap<>();

    private final List<MeshReply.Call> calls = new ArrayList<>();
    private final List<List<HeatReply.Emission>> batches = new ArrayList<>();
    /** The time of the operation. */
    long nowNanos;

    private long round;
    private Fate fate = Fate.DELIVERED;

    MeshSubject(MeshConfig config, Subject<HeatOperation, HeatReply> registry) {
        this.registry = registry;
        for (int i = 0; i < config.drivers(); i++) {
            drivers.add(driver());
        }
    }

    private HeatDriver<String> driver() {
        return HeatDriver.over(this, this::announce, () -> nowNanos, UNUSED)
                .giveUpAfter(NEVER)
                .onFailure(failure -> {})
                .build();
    }

    @Override
    public MeshReply apply(MeshOperation operation) {
        nowNanos = operation.atNanos();
        calls.clear();
        batches.clear();
        return operation.match(this);
    }

    @Override
    public MeshReply read(MeshOperation.Read read) {
        call(new HeatOperation.Bump(read.atNanos(), read.key()));
        return seen();
    }

    @Override
    public MeshReply remove(MeshOperation.Remove remove) {
        call(new HeatOperation.Remove(remove.atNanos(), remove.key()));
        return seen();
    }

    @Override
    public MeshReply round(MeshOperation.Round operation) {
        round = operation.number();
        fate = operation.fate();
        int place = Math.min(operation.driver(), drivers.size()) - 1;
        drivers.get(place).round();
        if (fate.answered() == Fate.Answered.NEVER) {
            drivers.set(place, driver());
        }
        return seen();
    }

    /** The sink. Which keys the peers apply is the specification's business; here only the answer matters. */
    private CompletionStage<Void> announce(List<Emission<String>> batch) {
        handOver(batch);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        switch (fate.answered()) {
            case CONFIRMED -> answer.complete(null);
            case REFUSED -> answer.completeExceptionally(new IllegalStateException(fate.text()));
            case NOT_YET -> hanging.put(round, answer);
            case NEVER -> {}
        }
        return answer;
    }

    /** What the sink is called with. */
    void handOver(List<Emission<String>> batch) {
        batches.add(batch.stream()
                .map(emission -> new HeatReply.Emission(emission.key(), emission.rate()))
                .toList());
    }

    @Override
    public MeshReply apply(MeshOperation.Apply apply) {
        return seen();
    }

    @Override
    public MeshReply answer(MeshOperation.Answer operation) {
        CompletableFuture<Void> answer = hanging.get(operation.round());
        if (answer != null && answer.isDone()) {
            answeredAgain(operation);
        }
        if (answer != null && operation.confirmed()) {
            answer.complete(null);
        } else if (answer != null) {
            answer.completeExceptionally(new IllegalStateException("sink refuses"));
        }
        return seen();
    }

    /** A second answer: nothing to do, as the driver took the first. */
    void answeredAgain(MeshOperation.Answer operation) {}

    @Override
    public MeshReply settled(MeshOperation.Settled settled) {
        call(new HeatOperation.Len(settled.atNanos()));
        return seen();
    }

    @Override
    public Announcement<String> tick(long atNanos) {
        HeatReply reply = call(new HeatOperation.Tick(atNanos, round));
        List<Emission<String>> emissions = new ArrayList<>();
        if (reply instanceof HeatReply.Ticked ticked) {
            for (HeatReply.Emission emission : ticked.emissions()) {
                emissions.add(new Emission<>(emission.key(), emission.rate()));
            }
        }
        return Announcement.of(this, round, emissions);
    }

    @Override
    public void commit(Announcement<String> announcement) {
        call(new HeatOperation.Commit(nowNanos, announcement.number(), null));
    }

    @Override
    public void rollback(Announcement<String> announcement) {
        call(new HeatOperation.Rollback(nowNanos, announcement.number(), null));
    }

    final HeatReply call(HeatOperation operation) {
        HeatReply reply = registry.apply(operation);
        calls.add(new MeshReply.Call(operation, reply));
        return reply;
    }

    private MeshReply seen() {
        return new MeshReply(calls, batches);
    }

    @Override
    public void close() {
        registry.close();
    }
}
