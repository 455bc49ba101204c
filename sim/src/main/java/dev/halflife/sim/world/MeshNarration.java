package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.model.heat.KeyText;
import dev.halflife.sim.component.Narration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happens in the mesh, in a few words. */
final class MeshNarration implements Narration<MeshConfig, MeshState, MeshOperation, MeshReply> {

    private final Narration<HeatConfig, HeatState, HeatOperation, HeatReply> heat;

    MeshNarration(Narration<HeatConfig, HeatState, HeatOperation, HeatReply> heat) {
        this.heat = heat;
    }

    @Override
    public String config(MeshConfig config) {
        return heat.config(config.heat()) + " · " + config.drivers() + (config.drivers() == 1 ? " driver" : " drivers");
    }

    @Override
    public String operation(MeshOperation operation) {
        return operation.match(new Words());
    }

    @Override
    public String reply(MeshOperation operation, MeshReply reply) {
        return reply.calls().stream()
                .map(call -> heat.reply(call.operation(), call.reply()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String note(MeshState state) {
        Map<String, Double> peers = new TreeMap<>(state.peers());
        String believed = peers.entrySet().stream()
                .map(entry -> KeyText.of(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String hanging =
                state.hanging().keySet().stream().map(round -> "#" + round).collect(Collectors.joining(", "));
        return List.of(
                        heat.note(state.heat()),
                        hanging.isEmpty() ? "" : "unanswered: " + hanging,
                        believed.isEmpty() ? "" : "peers: " + believed)
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Who does what. */
    private static final class Words implements MeshOperation.Cases<String> {

        @Override
        public String read(MeshOperation.Read read) {
            return "reader " + read.reader() + "  reads " + KeyText.of(read.key());
        }

        @Override
        public String remove(MeshOperation.Remove remove) {
            return "remove    " + KeyText.of(remove.key());
        }

        @Override
        public String round(MeshOperation.Round round) {
            return "driver " + round.driver() + "  round #" + round.number() + ": "
                    + round.fate().text();
        }

        @Override
        public String apply(MeshOperation.Apply apply) {
            return "sink      applies #" + apply.round();
        }

        @Override
        public String answer(MeshOperation.Answer answer) {
            return "sink      " + (answer.confirmed() ? "confirms #" : "refuses #") + answer.round();
        }

        @Override
        public String settled(MeshOperation.Settled settled) {
            return "all       settled?";
        }
    }
}
