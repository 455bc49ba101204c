package dev.halflife.sim.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleFileTest {

    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.all().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void aSavedScheduleComesBackAsItWasAndEndsAsItDid(Component<?, ?, ?, ?> component) {
        for (var broken : campaign(component).broken()) {
            ScheduleFile<?, ?, ?, ?> saved = ScheduleFile.of(broken.first());
            ScheduleFile<?, ?, ?, ?> read = ScheduleFile.parse(saved.toText().getBytes(StandardCharsets.UTF_8));

            assertThat(read).isEqualTo(saved);
            assertThat(ending(read)).contains(saved.ending().digest());
        }
    }

    private static <C, S, O extends Operation<O>, R> Optional<String> ending(ScheduleFile<C, S, O, R> file) {
        return file.trial().judge(file.schedule()).violated().map(violated -> Digest.hex(violated.digest()));
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(Component<C, S, O, R> component) {
        Trial<C, S, O, R> trial = new Trial<>(component, "published", Contract.strict());
        return new Campaign<>(trial, 4, 2).run(500, Parallel.Stop.NEVER, Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a JSON object was expected",
                "[]|a JSON object was expected",
                "{\"a\":1|not JSON: Unexpected end-of-input",
                "{}|a document with \"schedule\":\"halflife-schedule/1\" or \"halflife-schedule/2\" was expected",
                "{\"schedule\":\"halflife-schedule/9\"}|a document with \"schedule\":\"halflife-schedule/1\" or \"halflife-schedule/2\" was expected: halflife-schedule/9",
                "{\"schedule\":\"halflife-schedule/1\"}|field component is missing",
                "{\"schedule\":\"halflife-schedule/1\",\"component\":\"x\"}|component must be one of heat-registry, blob-heat-registry, ",
            })
    void whatIsNoScheduleIsRefusedInOneSentence(String text, String message) {
        assertThatThrownBy(() -> ScheduleFile.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedInput.class)
                .hasMessageStartingWith(message);
    }
}
