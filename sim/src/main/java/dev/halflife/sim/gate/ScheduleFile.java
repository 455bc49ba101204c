package dev.halflife.sim.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.json.Contracts;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.JsonBytes;
import dev.halflife.sim.json.JsonText;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a JSON document: who is tried by what, the configuration, the operations as in a trace, and how it ends,
 * so that a replay can tell whether it is the same run. People may edit it.
 *
 * @param trial who is tried by what
 * @param schedule what is done
 * @param ending how it ended when it was saved
 */
public record ScheduleFile<C, S, O extends Operation<O>, R>(
        Trial<C, S, O, R> trial, Schedule<C, O> schedule, Ending ending) {

    /** The format this writes. Since 2 an ending may tell when it was found. */
    public static final String FORMAT = "halflife-schedule/2";

    /** The formats this reads, the oldest first. */
    private static final List<String> FORMATS = List.of("halflife-schedule/1", FORMAT);

    /** What a rule, a digest and an engine are called: they become part of what is printed and of a file's name. */
    private static final Pattern WORD = Pattern.compile("[\\w.+-]{0,64}");

    private static final String WORD_FORM = "at most 64 letters, digits, hyphens, dots";

    /**
     * How a schedule ended.
     *
     * @param rule the id of the broken rule, or {@code holds}
     * @param digest of the operations and replies
     * @param engine what found it
     * @param seed the seed of the campaign that found it
     * @param index which of its schedules it was
     * @param foundLength how many operations it had then
     * @param foundAt when that was; null where nobody has written it down
     */
    public record Ending(
            String rule,
            String digest,
            String engine,
            long seed,
            long index,
            int foundLength,
            @Nullable Instant foundAt) {

        /** An ending found nobody knows when. */
        public Ending(String rule, String digest, String engine, long seed, long index, int foundLength) {
            this(rule, digest, engine, seed, index, foundLength, null);
        }
    }

    /** A counterexample, to be saved. */
    public static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> of(Counterexample<C, S, O, R> found) {
        return new ScheduleFile<>(
                found.trial(),
                found.schedule(),
                new Ending(
                        found.violation().rule().id(),
                        Digest.hex(found.digest()),
                        found.origin().engine(),
                        found.origin().seed(),
                        found.origin().index(),
                        found.foundLength()));
    }

    /** The name to save it under: the rule and who broke it, such as {@code F2-published-heat-registry.json}. */
    public String fileName() {
        String who =
                Subjects.isForeign(trial.subject()) ? "exec" : trial.subject().replace(':', '-');
        return ending.rule() + "-" + who + "-" + trial.component().name().replace('/', '-') + ".json";
    }

    /** The name to keep it under in a corpus: the component, the rule and the shape, whoever broke it. */
    public String corpusName() {
        return trial.component().name().replace('/', '-') + "-" + ending.rule() + "-"
                + Shape.of(trial.component().codec(), schedule) + ".json";
    }

    /** The same, found then; to the second. */
    public ScheduleFile<C, S, O, R> foundAt(Instant instant) {
        return new ScheduleFile<>(
                trial,
                schedule,
                new Ending(
                        ending.rule(),
                        ending.digest(),
                        ending.engine(),
                        ending.seed(),
                        ending.index(),
                        ending.foundLength(),
                        instant.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The document. */
    public ObjectNode toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schedule", FORMAT);
        document.put("component", trial.component().name());
        document.put("subject", trial.subject());
        document.set("contract", Contracts.write(trial.contract()));
        trial.component().codec().writeConfig(schedule.config(), new ObjectWriter(document.putObject("config")));
        ArrayNode steps = document.putArray("steps");
        for (O operation : schedule.operations()) {
            trial.component().codec().writeOperation(operation, new ObjectWriter(steps.addObject()));
        }
        ObjectNode itsEnding = document.putObject("ending")
                .put("rule", ending.rule())
                .put("digest", ending.digest())
                .put("engine", ending.engine())
                .put("seed", ending.seed())
                .put("index", ending.index())
                .put("foundLength", ending.foundLength());
        if (ending.foundAt() != null) {
            itsEnding.put("foundAt", ending.foundAt().toString());
        }
        return document;
    }

    /** The document as text, one step a line. */
    public String toText() {
        StringBuilder text = new StringBuilder("{\n");
        ObjectNode document = toJson();
        int left = document.size();
        for (var field : document.properties()) {
            text.append("  \"").append(field.getKey()).append("\": ");
            if (field.getValue() instanceof ArrayNode steps) {
                text.append("[\n");
                for (int i = 0; i < steps.size(); i++) {
                    text.append("    ").append(JsonText.of(steps.get(i))).append(i + 1 < steps.size() ? ",\n" : "\n");
                }
                text.append("  ]");
            } else {
                text.append(JsonText.of(field.getValue()));
            }
            text.append(--left > 0 ? ",\n" : "\n");
        }
        return text.append("}\n").toString();
    }

    /**
     * A saved schedule of a subject that can be named.
     *
     * @throws MalformedInput if it is none
     */
    public static ScheduleFile<?, ?, ?, ?> parse(byte[] bytes) {
        ScheduleFile<?, ?, ?, ?> file = parseOfAnyone(bytes);
        String subject = file.trial().subject();
        if (!Subjects.has(file.trial().component(), subject)) {
            throw new MalformedInput("subject must be "
                    + String.join(", ", file.trial().component().subjects()) + " or a defect, such as defect:ID: "
                    + subject);
        }
        return file;
    }

    /**
     * A saved schedule, even of a subject that only its owner can make; the trial cannot be started then.
     *
     * @throws MalformedInput if it is none
     */
    static ScheduleFile<?, ?, ?, ?> parseOfAnyone(byte[] bytes) {
        Fields fields = fields(bytes);
        return parse(Components.named(fields.text("component")), fields);
    }

    /**
     * A saved schedule of the trial's component, to be tried by that trial instead of the recorded one.
     *
     * @throws MalformedInput if it is none
     */
    static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> parse(byte[] bytes, Trial<C, S, O, R> by) {
        ScheduleFile<C, S, O, R> file = parse(by.component(), fields(bytes));
        return new ScheduleFile<>(by, file.schedule(), file.ending());
    }

    private static Fields fields(byte[] bytes) {
        Fields fields = new Fields(JsonBytes.object(bytes));
        String format = fields.has("schedule") ? fields.text("schedule") : "";
        if (!FORMATS.contains(format)) {
            throw new MalformedInput("a document with \"schedule\":\"" + String.join("\" or \"", FORMATS)
                    + "\" was expected" + (format.isEmpty() ? "" : ": " + format));
        }
        return fields;
    }

    private static <C, S, O extends Operation<O>, R> ScheduleFile<C, S, O, R> parse(
            Component<C, S, O, R> component, Fields fields) {
        Contract contract = Contracts.read(fields.required("contract"));
        C config = component.codec().readConfig(fields.object("config"));
        List<O> operations = new ArrayList<>();
        List<Fields> steps = fields.objects("steps");
        for (int i = 0; i < steps.size(); i++) {
            try {
                operations.add(component.codec().readOperation(steps.get(i)));
            } catch (MalformedInput e) {
                throw e.at("step " + (i + 1));
            }
        }
        Fields ending = fields.object("ending");
        return new ScheduleFile<>(
                new Trial<>(component, fields.text("subject"), contract),
                new Schedule<>(config, operations),
                new Ending(
                        ending.text("rule", WORD, WORD_FORM),
                        ending.text("digest", WORD, WORD_FORM),
                        ending.text("engine", WORD, WORD_FORM),
                        ending.integer("seed"),
                        ending.integer("index"),
                        (int) ending.integer("foundLength", 0, Integer.MAX_VALUE),
                        ending.isNull("foundAt") ? null : instant(ending.text("foundAt"))));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedInput("foundAt must be a time such as 2026-01-31T12:00:00Z: " + text);
        }
    }
}
