package dev.halflife.model.write.interference;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/** The rules of an interference tracker, as in {@code model/spec/2-write-path.md} and {@code model/spec/3-findings.md}. */
public enum InterferenceRule implements Rule {
    I1(
            "accumulate adds the score to its namespace, negative and NaN as 0; a total below the threshold asks for nothing"),
    I2(
            "at the threshold a pending request suppresses first, then the cooldown of the last trigger; both report the total"),
    I3("else a request is triggered: the namespaces in order, the total, the scores remembered, the cooldown started"),
    I4(
            "progress subtracts the remembered scores, then drops every namespace at or below 1e-6, also one that only came after the trigger, and what is dropped counts as reduced; any feedback ends the request"),
    I5("score is conserved: what was accumulated was reduced or remains; at most one request is pending"),
    F9(Finding.F9.strictText());

    private final String text;

    InterferenceRule(String text) {
        this.text = text;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String text() {
        return text;
    }
}
