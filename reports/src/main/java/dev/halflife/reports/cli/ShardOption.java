package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.shard.Shard;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a campaign, where many machines share it. */
final class ShardOption {

    /** Where a Kubernetes Indexed Job tells each of its pods which it is. */
    static final String INDEX = "JOB_COMPLETION_INDEX";

    private static final Pattern FORM = Pattern.compile("(env|\\d{1,9})/(\\d{1,9})");

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = {
                "run only the I-th of N parts, counted from 0, and write what it came to into --out; merge puts the parts"
                        + " together. The same command again goes on where it was interrupted.",
                "env/N takes I from " + INDEX + ", which a Kubernetes Indexed Job sets"
            })
    private @Nullable String shard;

    /** The shard, where one was asked for. */
    Optional<Shard> shard(Map<String, String> environment) {
        return shard == null ? Optional.empty() : Optional.of(parse(shard, environment));
    }

    private static Shard parse(String text, Map<String, String> environment) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedInput("--shard must be I/N, such as 3/64, or env/N: " + text);
        }
        String index = form.group(1);
        if (index.equals("env")) {
            index = environment.getOrDefault(INDEX, "");
            if (!index.matches("\\d{1,9}")) {
                throw new MalformedInput(
                        "--shard " + text + " needs " + INDEX + " in the environment, a whole number from 0 on: "
                                + (index.isEmpty() ? "there is none" : index));
            }
        }
        try {
            return new Shard(Integer.parseInt(index), Integer.parseInt(form.group(2)));
        } catch (IllegalArgumentException e) {
            throw new MalformedInput("--shard " + text + ": " + e.getMessage());
        }
    }
}
