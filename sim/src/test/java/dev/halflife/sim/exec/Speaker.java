package dev.halflife.sim.exec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.subject.Subject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that is a subject of any component: one that comes with the harness, spoken to from outside. Arguments: the
 * subject's name, and {@code resets}, which is the default, or {@code once} for one that does not know of resets, or
 * {@code dies} for one that, moreover, ends with status 3 after {@link #LAST_WORDS} replies, or {@code hangs} for one that
 * knows of resets and never answers a tick.
 */
public final class Speaker {

    /** How many replies one that dies gives. */
    static final int LAST_WORDS = 5;

    private static final byte[] RESET = "{\"reset\":true}\n".getBytes(StandardCharsets.UTF_8);

    private static boolean hangs;

    private Speaker() {}

    /** The command that starts one. */
    static String command(String subject, String... more) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -Xshare:auto -cp '"
                + System.getProperty("java.class.path") + "' " + Speaker.class.getName() + " " + subject + " "
                + String.join(" ", more);
    }

    /** Speaks until the input ends. */
    public static void main(String[] arguments) throws IOException {
        String how = arguments.length < 2 ? "resets" : arguments[1];
        boolean resets = how.equals("resets") || how.equals("hangs");
        hangs = how.equals("hangs");
        int replies = how.equals("dies") ? LAST_WORDS : Integer.MAX_VALUE;
        InputStream in = new BufferedInputStream(System.in, 1 << 16);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        Lines lines = new Lines(in);
        Optional<Fields> header = lines.next();
        while (header.isPresent()) {
            boolean offered = header.get().has(Conversation.RESET);
            if (resets && offered) {
                out.write(RESET);
            }
            header = speak(
                    arguments[0],
                    replies,
                    header.get(),
                    Components.named(header.get().text("subject")),
                    lines,
                    in,
                    out);
        }
        out.flush();
    }

    private static <C, S, O extends Operation<O>, R> Optional<Fields> speak(
            String name,
            int mostReplies,
            Fields header,
            Component<C, S, O, R> component,
            Lines lines,
            InputStream in,
            OutputStream out)
            throws IOException {
        C config = component.codec().readConfig(header);
        var defect = Subjects.defect(component, name);
        try (Subject<O, R> subject = defect.isPresent()
                ? defect.get().maker().faulty(config, Probe.NONE)
                : component.subject(name, config)) {
            for (int replies = 0; ; replies++) {
                if (replies == mostReplies) {
                    out.flush();
                    Runtime.getRuntime().halt(3);
                }
                if (in.available() == 0) {
                    out.flush();
                }
                Optional<Fields> line = lines.next();
                if (line.isEmpty() || line.get().has("trace")) {
                    return line;
                }
                if (hangs && line.get().text("op").equals("tick")) {
                    out.flush();
                    in.readAllBytes();
                    return Optional.empty();
                }
                ObjectNode reply = JsonNodeFactory.instance.objectNode();
                component
                        .codec()
                        .writeReply(
                                subject.apply(component.codec().readOperation(line.get())), new ObjectWriter(reply));
                out.write(Requests.line(reply));
            }
        }
    }
}
