package dev.halflife.sim.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import java.util.Map;

/** Contracts as they stand in trace headers: a preset's name, or single choices over a base. */
public final class Contracts {

    private static final String BASE = "base";

    private Contracts() {}

    /**
     * A contract.
     *
     * @throws MalformedInput if it is none
     */
    public static Contract read(JsonNode node) {
        try {
            if (node.isTextual()) {
                return Contract.named(node.textValue());
            }
            if (!node.isObject()) {
                throw Fields.wrong("contract", "published, strict, or an object over a base", node);
            }
            Contract contract = Contract.named(new Fields(node).text(BASE));
            for (Map.Entry<String, JsonNode> choice : node.properties()) {
                if (!choice.getKey().equals(BASE)) {
                    contract = contract.with(choice.getKey(), new Fields(node).text(choice.getKey()));
                }
            }
            return contract;
        } catch (IllegalArgumentException e) {
            throw new MalformedInput(String.valueOf(e.getMessage()));
        }
    }

    /** The shortest form that {@link #read} turns into this contract. */
    public static JsonNode write(Contract contract) {
        if (contract.equals(Contract.published()) || contract.equals(Contract.strict())) {
            return TextNode.valueOf(contract.toString());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(BASE, "published");
        for (Finding finding : contract.strictChoices()) {
            node.put(finding.choice(), finding.strict());
        }
        return node;
    }
}
