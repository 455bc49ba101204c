package dev.halflife.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.Samples;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a build server reads. */
final class JUnitXmlTest {

    private static final Commands COMMANDS = new Commands("java -jar halflife.jar", "target/report");

    private static Document parsed(RunRecord run) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(run, COMMANDS))));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void thereIsASuitePerComponentAndACasePerRule() throws Exception {
        Document document = parsed(Samples.run(true));
        assertThat(elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly("lamp");
        assertThat(elements(document, "testcase"))
                .extracting(test -> test.getAttribute("classname"), test -> test.getAttribute("name"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lamp", "T4 a removed key leaves no mark"),
                        org.assertj.core.groups.Tuple.tuple("lamp", "T5 nothing is lost"));
    }

    @Test
    void timesAreSecondsAndAddUp() throws Exception {
        Document document = parsed(Samples.run(true));
        assertThat(document.getDocumentElement().getAttribute("time")).isEqualTo("1.234");
        assertThat(elements(document, "testsuite").get(0).getAttribute("time")).isEqualTo("1.234");
        assertThat(elements(document, "testcase"))
                .extracting(test -> test.getAttribute("time"))
                .containsExactly("0.617", "0.617");
    }

    @Test
    void aBrokenRuleFailsWithItsCounterexample() throws Exception {
        List<Element> failures = elements(parsed(Samples.run(false, Samples.counterexample())), "failure");
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).getAttribute("message"))
                .isEqualTo("T4 violated by published (lamp, contract strict): expected a1 → 1.0, seen nothing");
        assertThat(failures.get(0).getTextContent())
                .contains("65 min   tick     #2        nothing")
                .contains("java -jar halflife.jar replay target/report/counterexamples/T4-published-lamp.json");
    }

    @Test
    void aRuleThatNobodyPutToTheTestIsSkipped() throws Exception {
        assertThat(elements(parsed(Samples.run(true)), "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly("not put to the test by this run");
    }

    @Test
    void aRuleThatCouldNotBeJudgedIsSkippedAndNotFailed() throws Exception {
        Document document = parsed(Samples.run(Samples.engine("holds", "undecided", false, List.of(), List.of())));
        assertThat(elements(document, "failure")).isEmpty();
        assertThat(elements(document, "skipped").get(0).getAttribute("message"))
                .startsWith("undecided: lamp:")
                .endsWith("3 schedules could not be judged to the end. The first: two keys, one place");
    }

    @Test
    void aDefectThatWasMissedFailsItsRule() throws Exception {
        assertThat(elements(parsed(Samples.museum()), "failure"))
                .extracting(failure -> failure.getAttribute("message"))
                .containsExactly("defect bulb-burnt-out was not convicted by L1: misnamed");
    }

    static List<RunRecord> runs() {
        return List.of(
                Samples.run(true),
                Samples.run(false, Samples.counterexample()),
                Samples.museum(),
                Samples.run(
                        Samples.engine("violated", "violated", true, List.of(), List.of(), Samples.counterexample())),
                Samples.run(Samples.engine("violated", "holds", false, List.of("T4", "F9"), List.of())),
                Samples.run(Samples.engine("holds", "undecided", false, List.of(), List.of())),
                Samples.run(Samples.engine("holds", "holds", true, List.of(), List.of(Samples.situation("light", 1)))),
                Samples.run(Samples.engine("holds", "holds", false, List.of(), List.of(Samples.situation("light", 0)))),
                Samples.run(Samples.engine(
                        "holds", "undecided", false, List.of(), List.of(Samples.situation("light", 0)))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aCaseFailsIfAndOnlyIfTheRunIsViolated(RunRecord run) throws Exception {
        Document document = parsed(run);
        int failed = elements(document, "failure").size();
        assertThat(failed > 0).isEqualTo(run.verdict().equals("violated"));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("failures")).isEqualTo(String.valueOf(failed));
        assertThat(root.getAttribute("tests"))
                .isEqualTo(String.valueOf(elements(document, "testcase").size()));
        assertThat(elements(document, "testsuite").get(0).getAttribute("skipped"))
                .isEqualTo(String.valueOf(elements(document, "skipped").size()));
    }

    @Test
    void anythingInARecordIsShownAndNothingBreaksTheDocument() throws Exception {
        String evil = "]]><b a=\"1\">&\u0000\u001b[31m\uD800\uFFFF \uD83D\uDD25\r\n`";
        String shown = "]]><b a=\"1\">&\\u0000\\u001b[31m\\ud800\\uffff \uD83D\uDD25\\u000d";
        CounterexampleRecord found = new CounterexampleRecord(
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                evil,
                List.of(evil, evil),
                List.of(new TimelineRow(evil, List.of(evil, evil), evil, true)),
                1,
                evil,
                1,
                evil,
                1,
                evil,
                evil,
                evil,
                false);
        Element failure = elements(parsed(Samples.run(false, found)), "failure").get(0);
        assertThat(failure.getAttribute("message")).contains(shown);
        assertThat(failure.getTextContent()).contains(shown);
    }
}
