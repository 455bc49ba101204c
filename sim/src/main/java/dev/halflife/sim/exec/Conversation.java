package dev.halflife.sim.exec;

import dev.halflife.sim.component.Durations;
import dev.halflife.sim.exec.ForeignProcess.Outcome;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.SubjectFailure;
import dev.halflife.sim.subject.SubjectRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What is said to one process and what it answers: headers, requests, replies in their order. Used by one thread at a
 * time, but for {@link ForeignProcess#kill}.
 */
final class Conversation {

    /** The field by which a header offers, and a subject accepts, that further headers follow. */
    static final String RESET = "reset";

    private static final int USUAL_BYTES = 1 << 12;
    private static final String COMPLAINT_PART = " … ";
    private static final int COMPLAINT_LINES = 3;

    private enum Resets {
        UNKNOWN,
        YES,
        NO
    }

    private final ForeignProcess process;
    private final ForeignSubjects owner;
    private final Deque<byte[]> open = new ArrayDeque<>();
    private Resets resets = Resets.UNKNOWN;
    private boolean headerOpen;
    private boolean begun;
    private int openBytes;
    private boolean failed;
    private long replies;

    /** A conversation with a fresh process. */
    Conversation(ForeignProcess process, ForeignSubjects owner) {
        this.process = process;
        this.owner = owner;
    }

    /** Says what the subject is to be from here on. */
    void begin(byte[] header) {
        process.write(header);
        headerOpen = true;
        begun = true;
        replies = 0;
    }

    /** Whether a usual request may be asked before the open ones are answered. */
    boolean takesMore() {
        return open.isEmpty() || openBytes + USUAL_BYTES <= ForeignProcess.PIPE_BYTES;
    }

    /** Whether so little is open that it is time to ask more. */
    boolean hungry() {
        return openBytes <= ForeignProcess.PIPE_BYTES / 2;
    }

    /** Asks; what was asked waits until it is sent. */
    void ask(byte[] request) {
        process.write(request);
        open.add(request);
        openBytes += request.length;
    }

    /** Sends what was asked. */
    void send() {
        process.send(openBytes);
    }

    /**
     * The reply to the oldest open request.
     *
     * @throws SubjectFailure if there is none
     */
    Fields reply() {
        Fields line = next();
        if (headerOpen) {
            headerOpen = false;
            if (line.has(RESET)) {
                resets = Resets.YES;
                line = next();
            } else if (resets == Resets.YES) {
                throw failure(
                        SubjectRule.GARBAGE,
                        "the first header was answered with {\"reset\":true} and a later one with " + line);
            } else {
                resets = Resets.NO;
            }
        }
        if (line.has("error")) {
            throw failure(SubjectRule.ERROR, line + " to " + oldest());
        }
        openBytes -= open.remove().length;
        replies++;
        return line;
    }

    private Fields next() {
        long limit = owner.replyNanos();
        boolean starts = !process.hasSpoken();
        long start = starts ? owner.startNanos() : 0;
        long startLeft = starts ? Math.max(0, start - process.ageNanos()) : 0;
        Outcome outcome = process.await(limit + startLeft, owner::isOver);
        switch (outcome) {
            case LINE -> {
                if (starts) {
                    owner.started(process.ageNanos());
                }
                byte[] line = process.line();
                try {
                    return Lines.parse(line);
                } catch (MalformedInput e) {
                    throw failure(SubjectRule.GARBAGE, said(line) + " to " + oldest() + " (" + e.getMessage() + ")");
                }
            }
            case TOO_LONG ->
                throw failure(
                        SubjectRule.GARBAGE,
                        "a reply of more than " + process.mostBytes() + " bytes to " + oldest() + ": "
                                + said(process.rest()));
            case ENDED ->
                throw failure(
                        SubjectRule.CRASH,
                        ExitStatus.text(process.status()) + after() + ", asked " + oldest() + half() + complaint());
            case STOPPED -> {
                failed = true;
                throw new Stopped();
            }
            default ->
                throw failure(
                        SubjectRule.TIMEOUT,
                        "nothing within " + Durations.text(limit)
                                + (start == 0 ? "" : ", and " + Durations.text(start) + " to start,") + after()
                                + ", asked " + oldest() + half()
                                + (starts ? " (does it flush after each line?)" : "") + complaint());
        }
    }

    /** The complaint that a line is no reply to the request it answers, which was the oldest. */
    SubjectFailure noReply(byte[] request, Fields line, MalformedInput why) {
        return failure(SubjectRule.GARBAGE, line + " to " + said(request) + " (" + why.getMessage() + ")");
    }

    /** What it said beyond what it was asked; empty for nothing. */
    String unasked() {
        byte[] rest = failed || !open.isEmpty() ? new byte[0] : process.rest();
        return rest.length == 0 ? "" : said(rest);
    }

    /** Whether it ended with several requests open, so that what was read may be in any order. */
    boolean isTorn() {
        return process.isTorn() && !open.isEmpty();
    }

    /**
     * Whether a failure may not be that of the oldest open request alone. Of one that has never said anything it is: asked
     * one at a time, it would be silent just so.
     */
    boolean isAmbiguous(SubjectRule rule) {
        boolean hung = rule == SubjectRule.TIMEOUT && process.hasSpoken();
        return open.size() > 1 && (rule == SubjectRule.CRASH || hung || process.isTorn());
    }

    private SubjectFailure failure(SubjectRule rule, String seen) {
        failed = true;
        return new SubjectFailure(rule, seen);
    }

    /** The request that is to be answered next. */
    byte[] oldestRequest() {
        return open.element();
    }

    private String oldest() {
        return said(open.element());
    }

    private static String said(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "an empty line" : Printable.shortened(text);
    }

    private String after() {
        return replies == 0 ? " before any reply" : " after " + replies + (replies == 1 ? " reply" : " replies");
    }

    private String half() {
        byte[] rest = process.rest();
        return rest.length == 0 ? "" : ", with a line half said: " + said(rest);
    }

    private String complaint() {
        String[] lines = process.complaint().strip().split("\\s*\n\\s*", -1);
        int first = Math.max(0, lines.length - COMPLAINT_LINES);
        String last = String.join(COMPLAINT_PART, Arrays.asList(lines).subList(first, lines.length));
        return last.isBlank() ? "" : ", complaining: " + Printable.shortened(last);
    }

    /** Whether it can go on with another header; first hears what is still to be said, and passes over it. */
    boolean canGoOn() {
        try {
            while (!failed && !open.isEmpty()) {
                reply();
            }
        } catch (SubjectFailure | Stopped e) {
            return false;
        }
        return !failed && !headerOpen && process.rest().length == 0 && resets == Resets.YES;
    }

    /** Whether anything was said to it; a process that was started in vain may be puzzled by that. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether nothing was heard of it since its last header. */
    boolean isMute() {
        return replies == 0;
    }

    /** Whether it has come to nothing. */
    boolean failed() {
        return failed;
    }

    /** The process behind it. */
    ForeignProcess process() {
        return process;
    }
}
