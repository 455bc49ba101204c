package dev.halflife.model;

/**
 * A place where the published contract is unsafe, and the choice the strict contract makes instead. Each is one named
 * choice of a {@link Contract}; see {@code model/spec/3-findings.md}.
 */
public enum Finding {
    F1(
            "acknowledgement",
            "by-key",
            "by-tick",
            "stale acknowledgement",
            "an acknowledgement names the tick it answers; a stale one changes no rate and no mark, and leaves what peers believe unknown"),
    F2(
            "recency",
            "decay",
            "touch",
            "recency erased",
            "the evicted counter is the one least recently touched or bumped; ticks and reads do not count"),
    F3(
            "forgotten",
            "orphaned",
            "owed",
            "orphaned heat",
            "a forgotten key that peers may believe hot owes a withdrawal, reissued by every tick until committed"),
    F4("clock", "follows", "monotonic", "backward clock", "the time a rate is as of never moves back"),
    F5("silentZero", "kept", "pruned", "silent zero", "a tick prunes counters at rate 0 with nothing announced"),
    F6(
            "flush",
            "best-effort",
            "whole",
            "best-effort flush",
            "the call that reaches the threshold takes the whole pile with its counts, whatever other calls do meanwhile"),
    F7(
            "snapshots",
            "shared-file",
            "one-writer",
            "shared temporary file",
            "one writer at a time; the file is forced to disk before it replaces the old one, the directory after"),
    F8(
            "probe",
            "all",
            "one",
            "stampede of probes",
            "a half-open breaker lets one probe through, and refuses the others until it reports or has had as long as the open time; then its turn passes to the next caller"),
    F9(
            "pending",
            "forever",
            "leased",
            "wedged tracker",
            "a pending request older than the lease has failed, and another may be triggered"),
    F10("marks", "forever", "leased", "leaking marks", "a mark older than the lease is cleared by the next tick"),
    F11("requeue", "unbounded", "bounded", "unbounded requeue", "what is requeued keeps to the capacity too"),
    F12(
            "revisions",
            "kept",
            "trimmed",
            "unbounded revisions",
            "revisions older than the head can be trimmed; the head never is"),
    F13(
            "unanswered",
            "unseen",
            "unknown",
            "ambiguous failure",
            "what peers believe is unknown from the moment an announcement is issued until it is committed"),
    F14(
            "overflow",
            "poisons",
            "finite",
            "poisoned statistics",
            "finite samples of any magnitude leave mean, M2, z-scores and scores finite");

    private final String choice;
    private final String published;
    private final String strict;
    private final String title;
    private final String strictText;

    Finding(String choice, String published, String strict, String title, String strictText) {
        this.choice = choice;
        this.published = published;
        this.strict = strict;
        this.title = title;
        this.strictText = strictText;
    }

    /** The name of the choice in a trace header, such as {@code recency}. */
    public String choice() {
        return choice;
    }

    /** What the published contract chooses. */
    public String published() {
        return published;
    }

    /** What the strict contract chooses. */
    public String strict() {
        return strict;
    }

    /** The finding in two or three words. */
    public String title() {
        return title;
    }

    /** What the strict contract asks, in one sentence. */
    public String strictText() {
        return strictText;
    }
}
