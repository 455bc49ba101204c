package dev.halflife.sim.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.ObjectWriter;
import dev.halflife.sim.run.Trial;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read, also where JSON has no number for it. */
class StatisticsCodecTest {

    private static final StatisticsCodec CODEC = new StatisticsCodec();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"reference", "published"})
    void everyOperationAndReplyComesBackAsItWas(String subjectName) throws IOException {
        StatisticsComponent component = new StatisticsComponent();
        var campaign = new Campaign<>(new Trial<>(component, subjectName, Contract.published()), 41, 1);
        Set<Class<?>> kinds = new HashSet<>();
        for (int index = 0; index < 200; index++) {
            var schedule = campaign.schedule(index);
            try (var subject = component.subject(subjectName, schedule.config())) {
                for (StatisticsOperation operation : schedule.operations()) {
                    StatisticsReply reply = subject.apply(operation);
                    ObjectNode step = JsonNodeFactory.instance.objectNode();
                    CODEC.writeOperation(operation, new ObjectWriter(step));
                    Fields request = fields(step);
                    assertThat(CODEC.readOperation(request)).isEqualTo(operation);
                    ObjectNode answer = JsonNodeFactory.instance.objectNode();
                    CODEC.writeReply(reply, new ObjectWriter(answer));
                    assertThat(CODEC.readReply(operation, fields(answer))).isEqualTo(reply);
                    kinds.add(operation.getClass());
                    kinds.add(reply.getClass());
                }
            }
            ObjectNode header = JsonNodeFactory.instance.objectNode();
            CODEC.writeConfig(schedule.config(), new ObjectWriter(header));
            assertThat(CODEC.readConfig(fields(header))).isEqualTo(schedule.config());
        }
        assertThat(kinds).hasSize(20);
    }

    @Test
    void anEmptyHeaderIsThePublishedIntervalOnAMachineThatMayLosePower() throws IOException {
        assertThat(CODEC.readConfig(fields("{}"))).isEqualTo(new StatisticsConfig(100, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":0,\"op\":\"forget\"}|op must be update, merge, read, zscore, score, due, begin, step, damage or restart: forget",
                "{\"at\":0,\"op\":\"read\",\"partition\":\"a\"}|partition must be a partition such as realm/namespace/model/layer: \"a\"",
                "{\"at\":0,\"op\":\"update\",\"partition\":\"r/a/m/l\",\"sample\":\"big\"}|sample must be a number, NaN, Infinity or -Infinity: \"big\"",
                "{\"at\":0,\"op\":\"merge\",\"partition\":\"r/a/m/l\",\"count\":1,\"mean\":0,\"m2\":-1}|m2 must be at least 0: -1.0",
                "{\"at\":0,\"op\":\"zscore\",\"partition\":\"r/a/m/l\",\"value\":\"NaN\"}|value must be finite: NaN",
                "{\"at\":0,\"op\":\"begin\",\"writer\":0}|writer must be within [1, 64]: 0",
                "{\"at\":0,\"op\":\"restart\",\"data\":5}|field directory is missing",
            })
    void whatIsNoOperationIsRefusedInOneSentence(String step, String message) {
        assertThatThrownBy(() -> CODEC.readOperation(fields(step)))
                .isInstanceOf(MalformedInput.class)
                .hasMessage(message);
    }

    private static Fields fields(ObjectNode node) throws IOException {
        return fields(node.toString());
    }

    private static Fields fields(String text) throws IOException {
        return new Fields(JSON.readTree(text));
    }
}
