package dev.halflife.model.heat;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/**
 * The rules of the heat layer, as in {@code model/spec/1-heat.md} and {@code model/spec/3-findings.md}: first those of a
 * registry, then S1 to S5, which take drivers, a sink and peers.
 */
public enum HeatRule implements Rule {
    D1("a fresh counter has rate 0, is as of its creation, and has announced nothing"),
    D2("decay to now is rate · 0.5^(elapsed / half-life), and the counter is as of now"),
    D3("a bump decays to now first, then adds exactly 1"),
    D4("more than 64 half-lives of silence, or a rate below 2^-52, is exactly 0"),
    D5("a zero half-life never decays"),
    D6("time going backwards never adds heat"),
    D7("reading a rate changes nothing"),
    P1("emitRatio is finite and within [1.01, 10], the half-life is positive"),
    E1("a disabled policy announces nothing"),
    E2("a rate that is NaN, infinite or negative is not announced"),
    E3("with nothing announced yet, a positive rate is announced and a zero rate is not"),
    E4("a rate of 0 that peers believe positive is withdrawn"),
    E5("a rate of 0 that peers do not believe positive is not announced"),
    E6("next to a number that is not a normal double above 2^-52, a positive rate is announced"),
    E7("a rate that moved by emitRatio or more, either way, is announced"),
    E8("a rate that moved by less than emitRatio is not announced"),
    R1("touch gets or creates the counter, which keeps the half-life it was made with"),
    R2("creating at the cap evicts exactly one other counter first; nothing else does, and the cap is never passed"),
    R3("the evicted counter has the smallest asOf"),
    R4("remove drops the counter; removing an unknown key is a no-op"),
    T1("a tick decays every counter to now and returns at most one decision per key, recording none"),
    T2("commit records the announced rate for each key still tracked, and creates none"),
    T3("commit prunes every counter at rate 0 that peers believe at 0, and nothing else"),
    T4("what a tick returned is in flight, and passed over, until it is answered, removed, evicted or pruned"),
    T5("without marks, what was not committed is issued again by the next tick"),
    T6("only tracked keys are in flight"),
    F1(Finding.F1),
    F2(Finding.F2),
    F3(Finding.F3),
    F4(Finding.F4),
    F5(Finding.F5),
    F10(Finding.F10),
    F13(Finding.F13),
    S1("a round ticks, hands the whole list to the sink as one batch, and commits on success or rolls every key back"),
    S2("a key is not handed to the sink again before it was answered"),
    S3("after a failed announcement the next tick announces the key again, for as long as one is due"),
    S4("right after a committed round each announced rate is within emitRatio of the real one"),
    S5("once reads stop and the sink works again, every announced key is withdrawn and the registry empties");

    private final String text;

    HeatRule(String text) {
        this.text = text;
    }

    HeatRule(Finding finding) {
        this.text = finding.strictText();
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
