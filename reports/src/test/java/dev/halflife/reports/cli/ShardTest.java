package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.halflife.sim.shard.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One campaign on many machines. */
final class ShardTest {

    /** Twelve cells. */
    private static final int SCHEDULES = 3000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Object[] fuzz(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "fuzz", "--component", "retry-queue", "--subject", "published", "--schedules", SCHEDULES, "--out"));
        arguments.add(directory);
        Collections.addAll(arguments, more);
        return arguments.toArray();
    }

    private Path file(int index, int of) {
        return directory.resolve("shard-" + index + "-of-" + of + ".json");
    }

    private List<Path> shards(int of) {
        List<Path> files = new ArrayList<>();
        for (int index = 0; index < of; index++) {
            assertThat(Cli.run(fuzz("--shard", index + "/" + of)).status()).isZero();
            files.add(file(index, of));
        }
        return files;
    }

    private static Cli merge(List<Path> files, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("merge"));
        arguments.addAll(files);
        Collections.addAll(arguments, more);
        return Cli.run(arguments.toArray());
    }

    @Test
    void shardsMergedPrintWhatTheUndividedCampaignPrintsAndHowOftenEachRuleWasBroken() throws IOException {
        Cli whole = Cli.run(fuzz());
        Path saved = directory.resolve("counterexamples").resolve("F11-published-retry-queue.json");
        String counterexample = Files.readString(saved);
        Files.delete(saved);
        List<Path> files = shards(5);
        Collections.reverse(files);

        Cli merged = merge(files, "--out", directory.resolve("all.json"));

        assertThat(merged.status()).isEqualTo(whole.status()).isEqualTo(1);
        assertThat(merged.err()).isEmpty();
        assertThat(merged.out()).startsWith(whole.out()).contains("F11 violated by published");
        assertThat(merged.out().substring(whole.out().length()))
                .startsWith("\nbroken ")
                .contains("retry-queue              F11")
                .hasLineCount(3);
        assertThat(saved).hasContent(counterexample);
    }

    @Test
    void whatIsMergedIsKeptInACorpus() throws IOException {
        Path kept = directory.resolve("kept");
        Cli merged = merge(shards(2), "--corpus", kept);
        assertThat(merged.status()).isEqualTo(1);
        try (Stream<Path> files = Files.walk(kept)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void oneShardOrManyLeaveTheSameBytes() throws IOException {
        shards(1);
        for (int of : new int[] {2, 5, 64}) {
            Path all = directory.resolve("all-" + of + ".json");
            merge(shards(of), "--out", all);
            assertThat(Files.mismatch(all, file(0, 1))).isEqualTo(-1);
        }
    }

    @Test
    void aMergeOfSomeNamesThoseThatAreMissingAndIsMergedOn() throws IOException {
        List<Path> files = shards(5);
        Path some = directory.resolve("some.json");
        Cli partly = merge(List.of(files.get(0), files.get(3), files.get(0)), "--out", some);
        assertThat(partly.status()).isEqualTo(1);
        assertThat(partly.err()).isEqualTo("missing: shard 1/5, 2/5, 4/5\n");
        Path all = directory.resolve("all.json");
        assertThat(merge(List.of(some, files.get(1), files.get(2), files.get(4)), "--out", all)
                        .err())
                .isEmpty();
        merge(files, "--out", directory.resolve("at-once.json"));
        assertThat(Files.mismatch(all, directory.resolve("at-once.json"))).isEqualTo(-1);
    }

    @Test
    void whereNothingIsBrokenAMissingShardLeavesItUndecided() {
        Object[] reference = fuzz("--shard", "0/2");
        reference[4] = "reference";
        assertThat(Cli.run(reference).status()).isZero();
        Cli merged = merge(List.of(file(0, 2)));
        assertThat(merged.status()).isEqualTo(3);
        assertThat(merged.out()).contains("undecided · 1,500 schedules");
        assertThat(merged.err()).isEqualTo("missing: shard 1/2\n");
    }

    @Test
    void whereNothingIsBrokenSituationsThatWereNeverMetAreNamed() {
        Cli.run("fuzz", "--component", "retry-queue", "--schedules", 1, "--shard", "0/1", "--out", directory);
        Cli merged = merge(List.of(file(0, 1)));
        assertThat(merged.status()).isZero();
        assertThat(merged.out()).contains("\n\nretry-queue never met ");
    }

    @Test
    void aShardThatIsKilledGoesOnWhereItsFileStands() throws IOException {
        assertThat(Cli.run(fuzz("--shard", "0/1")).status()).isZero();
        byte[] whole = Files.readAllBytes(file(0, 1));
        Files.delete(file(0, 1));
        long[] now = {0};
        Cli killed = Cli.timed(
                () -> {
                    now[0] += 500_000_000;
                    if (now[0] > 10_000_000_000L) {
                        throw new IllegalStateException("killed");
                    }
                    return now[0];
                },
                fuzz("--shard", "0/1", "--jobs", 1));
        assertThat(killed.status()).isEqualTo(70);
        int cells = ResultFile.parse(Files.readAllBytes(file(0, 1))).cells().size();
        assertThat(cells).isBetween(1, 11);

        Cli again = Cli.run(fuzz("--shard", "0/1"));

        assertThat(again.status()).isZero();
        assertThat(again.out()).startsWith("went on after cell " + cells + " of 12\n");
        assertThat(Files.readAllBytes(file(0, 1))).isEqualTo(whole);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file(0, 1));
        }
    }

    @Test
    void whatWasStoppedSaysSoAndIsNoSuccess() {
        Cli stopped = Cli.stopped(fuzz("--shard", "0/2"));
        assertThat(stopped.status()).isEqualTo(3);
        assertThat(stopped.out())
                .contains("stopped after cell 0 of 6; the same command goes on from there")
                .contains("merge    java -jar halflife.jar merge ")
                .contains("shard-*-of-2.json");
        assertThat(merge(List.of(file(0, 2))).err()).isEqualTo("missing: shard 0/2, 1/2\n");
    }

    @Test
    void aPodTakesItsIndexFromTheEnvironment() {
        Cli pod = Cli.with(Map.of("JOB_COMPLETION_INDEX", "3"), fuzz("--shard", "env/64"));
        assertThat(pod.status()).isZero();
        assertThat(pod.out()).contains("shard 3/64 · 250 schedules");
        assertThat(file(3, 64)).exists();
        refuses("--shard env/64 needs JOB_COMPLETION_INDEX in the environment", fuzz("--shard", "env/64"));
    }

    @Test
    void theManifestInTheReadmeStartsAShard() throws IOException {
        Path readme = Path.of("..", "README.md");
        String command = Files.readAllLines(readme).stream()
                .filter(line -> line.strip().startsWith("command: ["))
                .findFirst()
                .orElseThrow();
        JsonNode words = new JsonMapper().readTree(command.substring(command.indexOf('[')));
        List<String> arguments = new ArrayList<>();
        words.forEach(word -> arguments.add(word.asText()));
        assertThat(arguments.subList(0, 3)).containsExactly("java", "-jar", "/campaign/halflife.jar");
        String completions = Files.readString(readme).replaceAll("(?s).*\n  completions: (\\d+)\n.*", "$1");
        assertThat(arguments).contains("env/" + completions);
        List<Object> smaller = new ArrayList<>(arguments.subList(3, arguments.size()));
        smaller.set(smaller.indexOf("--schedules") + 1, 256);
        smaller.set(smaller.indexOf("--out") + 1, directory);

        Cli pod = Cli.with(Map.of("JOB_COMPLETION_INDEX", "0"), smaller.toArray());

        assertThat(pod.status()).as(pod.err()).isZero();
        assertThat(file(0, Integer.parseInt(completions))).exists();
    }

    @Test
    void asJsonTheShardSaysWhatBecameOfIt() throws JsonProcessingException {
        Cli result = Cli.run(fuzz("--shard", "0/2", "--json"));
        JsonNode record = new JsonMapper().readTree(result.out());
        assertThat(record.get("shard").asText()).isEqualTo("0/2");
        assertThat(record.get("cells")).isEqualTo(record.get("ofCells"));
        assertThat(record.get("broken").get("retry-queue").get(0).asText()).isEqualTo("F11");
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefusedInOneSentence() throws IOException {
        shards(2);
        Path other = Files.copy(file(1, 2), directory.resolve("other.json"));
        Files.writeString(other, Files.readString(other).replace("\"seed\": \"0x1\"", "\"seed\": \"0x2\""));
        refuses(
                other + " does not belong to " + file(0, 2) + ": of another campaign: seed 0x2 and 0x1",
                "merge",
                file(0, 2),
                other);
        Files.writeString(
                other, Files.readString(file(1, 2)).replaceFirst("(?s)(\"cell\":1,.*?\"steps\":)\\d+", "$177"));
        refuses("schedules 250 to 499 of retry-queue came to something else", "merge", file(1, 2), other);
        Files.writeString(
                other,
                Files.readString(file(1, 2)).replaceFirst("(\"retry-queue\":)\"\\w{16}\"", "$1\"0000000000000000\""));
        refuses("run by another version than this one: workload of retry-queue 0000000000000000 and ", "merge", other);
    }

    @Test
    void aCommandIsNotShared() {
        Object[] command = fuzz("--shard", "0/2");
        command[4] = "exec:./registry";
        refuses("--subject must not be a command where shards are merged", command);
    }

    @Test
    void aFileOfAnotherCampaignIsNotOverwritten() throws IOException {
        shards(1);
        String before = Files.readString(file(0, 1));
        refuses("is of another campaign: seed 0x1 and 0x2; remove it", fuzz("--shard", "0/1", "--seed", 2));
        assertThat(file(0, 1)).hasContent(before);
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        Path input = directory.resolve("input");
        Files.writeString(input, "");
        refuses("input: a JSON object was expected", "merge", input);
        Files.writeString(input, "{\"campaign\":\"halflife-campaign/1\"");
        refuses("input: not JSON", "merge", input);
        Files.writeString(input, "{\"schedule\":\"halflife-schedule/1\"}");
        refuses("a document with \"campaign\":\"halflife-campaign/1\" was expected", "merge", input);
        shards(1);
        String right = Files.readString(file(0, 1));
        Files.writeString(input, right.replaceFirst("\"cell\":3", "\"cell\":12"));
        refuses("cell must be within [0, 11]: 12", "merge", input);
        Files.writeString(input, right.replaceFirst("\"cell\":3", "\"cell\":4"));
        refuses("cell 4 of retry-queue: it must stand once", "merge", input);
        Files.writeString(input, right.replaceFirst("\"schedules\":250", "\"schedules\":251"));
        refuses("cell 0 of retry-queue: schedules must be 250: 251", "merge", input);
        Files.writeString(input, right.replace("\"published\"", "\"exec:./it\""));
        refuses("subject must be one that retry-queue has: exec:./it", "merge", input);
        refuses("is a directory", "merge", file(0, 1), "--out", directory);
    }

    private static void refuses(String reason, Object... arguments) {
        Cli result = Cli.run(arguments);
        assertThat(result.status()).as(Arrays.toString(arguments)).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(reason).doesNotContain("Exception").hasLineCount(1);
    }
}
