package dev.halflife.sim.world;

import dev.halflife.model.NumberText;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatState;
import dev.halflife.model.heat.KeyText;
import dev.halflife.sim.component.Narration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return (operation.match(new Readers()) + " " + operation.match(new Sink())).strip();
    }

    @Override
    public String reply(MeshOperation operation, MeshReply reply) {
        return reply.calls().stream()
                .map(call -> heat.reply(call.operation(), call.reply()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public List<String> columns() {
        return List.of("readers", "registry", "sink", "peers believe");
    }

    @Override
    public List<String> cells(MeshOperation operation, @Nullable MeshReply reply, MeshState after) {
        String registry = reply == null ? "no reply" : reply(operation, reply);
        String believed = new TreeMap<>(after.peers())
                .entrySet().stream()
                        .map(entry -> KeyText.of(entry.getKey()) + " " + NumberText.of(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return List.of(operation.match(new Readers()), registry, operation.match(new Sink()), believed);
    }

    @Override
    public String note(MeshState state) {
        String hanging = state.hanging().entrySet().stream()
                .map(entry -> "#" + entry.getKey() + (entry.getValue().lost() ? " (for ever)" : ""))
                .collect(Collectors.joining(", "));
        return Stream.of(heat.note(state.heat()), hanging.isEmpty() ? "" : "unanswered: " + hanging)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What readers and drivers do. */
    private static final class Readers implements MeshOperation.Cases<String> {

        @Override
        public String read(MeshOperation.Read read) {
            return "reader " + read.reader() + " reads " + KeyText.of(read.key());
        }

        @Override
        public String remove(MeshOperation.Remove remove) {
            return "remove " + KeyText.of(remove.key());
        }

        @Override
        public String round(MeshOperation.Round round) {
            return "driver " + round.driver() + " round #" + round.number();
        }

        @Override
        public String apply(MeshOperation.Apply apply) {
            return "";
        }

        @Override
        public String answer(MeshOperation.Answer answer) {
            return "";
        }

        @Override
        public String settled(MeshOperation.Settled settled) {
            return "all quiet";
        }
    }

    /** What becomes of a batch. */
    private static final class Sink implements MeshOperation.Cases<String> {

        @Override
        public String read(MeshOperation.Read read) {
            return "";
        }

        @Override
        public String remove(MeshOperation.Remove remove) {
            return "";
        }

        @Override
        public String round(MeshOperation.Round round) {
            return round.fate().text();
        }

        @Override
        public String apply(MeshOperation.Apply apply) {
            return "applies #" + apply.round();
        }

        @Override
        public String answer(MeshOperation.Answer answer) {
            return (answer.confirmed() ? "confirms #" : "refuses #") + answer.round();
        }

        @Override
        public String settled(MeshOperation.Settled settled) {
            return "";
        }
    }
}
