package dev.halflife.sim.component;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.sim.json.Contracts;
import dev.halflife.sim.json.ObjectWriter;

/** The first line of a trace: who it is of, what that was made with, and what it is held to. */
public final class TraceHeader {

    /** The format of traces. */
    public static final String FORMAT = "halflife/1";

    private TraceHeader() {}

    /** A header, to which more may be added. */
    public static <C> ObjectNode of(Component<C, ?, ?, ?> component, C config, Contract contract) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("trace", FORMAT).put("subject", component.name());
        component.codec().writeConfig(config, new ObjectWriter(header));
        header.set("contract", Contracts.write(contract));
        return header;
    }
}
