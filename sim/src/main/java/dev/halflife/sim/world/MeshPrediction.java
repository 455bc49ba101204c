package dev.halflife.sim.world;

import dev.halflife.model.Spec;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.world.MeshReply.Call;
import java.util.ArrayList;
import java.util.List;

/** What the mesh may show while something happens. */
final class MeshPrediction implements MeshOperation.Cases<MeshReply> {

    private static final HeatReply DONE = new HeatReply.Done();

    private final Spec<HeatState, HeatOperation, HeatReply> heat;
    private final MeshState state;

    MeshPrediction(Spec<HeatState, HeatOperation, HeatReply> heat, MeshState state) {
        this.heat = heat;
        this.state = state;
    }

    @Override
    public MeshReply read(MeshOperation.Read read) {
        return one(new HeatOperation.Bump(read.atNanos(), read.key()));
    }

    @Override
    public MeshReply remove(MeshOperation.Remove remove) {
        return one(new HeatOperation.Remove(remove.atNanos(), remove.key()));
    }

    @Override
    public MeshReply round(MeshOperation.Round round) {
        HeatOperation tick = new HeatOperation.Tick(round.atNanos(), round.number());
        HeatReply.Ticked reply = (HeatReply.Ticked) heat.predict(state.heat(), tick);
        List<Call> calls = new ArrayList<>();
        calls.add(new Call(tick, reply));
        boolean empty = reply.emissions().isEmpty();
        if (empty || round.fate().answered() == Fate.Answered.CONFIRMED) {
            calls.add(new Call(new HeatOperation.Commit(round.atNanos(), round.number(), null), DONE));
        } else if (round.fate().answered() == Fate.Answered.REFUSED) {
            calls.add(new Call(new HeatOperation.Rollback(round.atNanos(), round.number(), null), DONE));
        }
        return new MeshReply(calls, empty ? List.of() : List.of(reply.emissions()));
    }

    @Override
    public MeshReply apply(MeshOperation.Apply apply) {
        return new MeshReply(List.of(), List.of());
    }

    @Override
    public MeshReply answer(MeshOperation.Answer answer) {
        if (state.answered().contains(answer.round())) {
            return new MeshReply(List.of(), List.of());
        }
        return one(
                answer.confirmed()
                        ? new HeatOperation.Commit(answer.atNanos(), answer.round(), null)
                        : new HeatOperation.Rollback(answer.atNanos(), answer.round(), null));
    }

    @Override
    public MeshReply settled(MeshOperation.Settled settled) {
        return one(new HeatOperation.Len(settled.atNanos()));
    }

    private MeshReply one(HeatOperation operation) {
        return new MeshReply(List.of(new Call(operation, heat.predict(state.heat(), operation))), List.of());
    }
}
