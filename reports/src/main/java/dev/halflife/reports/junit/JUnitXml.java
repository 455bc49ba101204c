package dev.halflife.reports.junit;

import dev.halflife.model.NumberText;
import dev.halflife.reports.junit.Case.Failed;
import dev.halflife.reports.junit.Case.Skipped;
import dev.halflife.reports.text.Commands;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.json.Printable;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML, in the dialect that build servers share: a suite per component, a case per rule, times in seconds.
 * Drawn from the record alone. Characters that XML cannot hold are shown as {@code \u001b}.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document. */
    public static String of(RunRecord run, Commands commands) {
        List<Suite> suites = run.components().stream()
                .map(component -> new Suite(run, component, commands))
                .toList();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).document(run, suites);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a record cannot be written as XML", e);
        }
        return text.toString();
    }

    private void document(RunRecord run, List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("", "testsuites");
        attribute("name", "halflife " + run.command());
        attribute("tests", count(suites, test -> true));
        attribute("failures", count(suites, Case::failed));
        attribute("errors", "0");
        attribute("time", seconds(suites.stream().mapToDouble(Suite::seconds).sum()));
        for (Suite suite : suites) {
            suite(run, suite);
        }
        close("");
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void suite(RunRecord run, Suite suite) throws XMLStreamException {
        open("  ", "testsuite");
        attribute("name", suite.name());
        attribute("tests", count(List.of(suite), test -> true));
        attribute("failures", count(List.of(suite), Case::failed));
        attribute("errors", "0");
        attribute("skipped", count(List.of(suite), Case::skipped));
        attribute("time", seconds(suite.seconds()));
        open("    ", "properties");
        property("seed", run.seed());
        property("budget", run.budget());
        property("digest", run.digest());
        close("    ");
        for (Case test : suite.cases()) {
            test(suite, test);
        }
        close("  ");
    }

    private void property(String name, String value) throws XMLStreamException {
        empty("      ", "property");
        attribute("name", name);
        attribute("value", value);
    }

    private void test(Suite suite, Case test) throws XMLStreamException {
        boolean passed = !test.failed() && !test.skipped();
        if (passed) {
            empty("    ", "testcase");
        } else {
            open("    ", "testcase");
        }
        attribute("name", test.name());
        attribute("classname", suite.name());
        attribute("time", seconds(suite.secondsPerCase()));
        if (test.outcome() instanceof Failed failed) {
            open("      ", "failure");
            attribute("message", failed.message());
            attribute("type", "violated");
            xml.writeCharacters(Printable.inLines(failed.text()));
            xml.writeEndElement();
        } else if (test.outcome() instanceof Skipped skipped) {
            empty("      ", "skipped");
            attribute("message", skipped.reason());
        }
        if (!passed) {
            close("    ");
        }
    }

    private void empty(String indent, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
        xml.writeEmptyElement(element);
    }

    private void open(String indent, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
        xml.writeStartElement(element);
    }

    private void close(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        // A line end in an attribute would be read as a blank anyway.
        xml.writeAttribute(name, Printable.inLines(value.replace('\n', ' ')));
    }

    private static String count(List<Suite> suites, Predicate<Case> counts) {
        return String.valueOf(suites.stream()
                .flatMap(suite -> suite.cases().stream())
                .filter(counts)
                .count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", NumberText.decimal(seconds));
    }
}
