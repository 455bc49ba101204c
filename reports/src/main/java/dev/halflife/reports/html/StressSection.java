package dev.halflife.reports.html;

import dev.halflife.reports.stress.StressRecord;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.sim.text.Quantity;

/** What the stress tests came to: the shipped code under real threads, each case beside a twin that must be convicted. */
final class StressSection implements Section {

    private static final String TITLE = "Stress";

    @Override
    public String title(Page page) {
        return TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        StressRecords stress = page.stress();
        html.heading(TITLE);
        if (stress.records().isEmpty()) {
            html.element(
                            "p class=\"empty\"",
                            "No stress test has left a record here: run mvn verify, then the gate again.")
                    .raw("\n");
        } else {
            long twins = stress.records().stream()
                    .filter(record -> record.verdict().endsWith("convicted")
                            || (record.verdict().equals("undecided")
                                    && !record.subject().equals("reference")))
                    .count();
            long convicted = stress.records().stream()
                    .filter(record -> record.verdict().equals("convicted"))
                    .count();
            long undecided = stress.records().stream()
                    .filter(record -> record.verdict().equals("undecided"))
                    .count();
            html.element(
                            "p",
                            "The shipped code under real threads, within the bounds told; beside each case a twin with a defect,"
                                    + " which must be convicted. " + convicted + " of " + twins + " twins were"
                                    + (undecided == 0 ? "." : "; undecided, for want of samples: " + undecided + "."))
                    .raw("\n<table>\n<thead><tr>");
            for (String title : new String[] {"case", "subject", "verdict", "bounds"}) {
                html.element("th", title);
            }
            html.raw("</tr></thead>\n<tbody>\n");
            stress.records().forEach(record -> row(html, record));
            html.raw("</tbody>\n</table>\n");
        }
        if (!stress.unreadable().isEmpty()) {
            html.element("p", "Not a record of a stress test: " + String.join(", ", stress.unreadable()) + ".")
                    .raw("\n");
        }
    }

    private static void row(Markup html, StressRecord record) {
        String standing = record.standing();
        html.raw("<tr class=\"" + standing + "\">");
        html.raw("<td>").element("strong", record.race()).raw(" ").element("small", record.kind());
        html.raw("</td>");
        html.element("td", record.subject());
        html.raw("<td class=\"verdict\">")
                .element(
                        "strong",
                        Verdict.sign(standing) + " " + record.verdict().replace('_', ' '))
                .raw("</td>");
        html.raw("<td>").text(record.bounds());
        if (!record.outcomes().isEmpty() || !record.text().isEmpty()) {
            html.raw("<details><summary>what was seen</summary>");
            if (!record.outcomes().isEmpty()) {
                outcomes(html, record);
            }
            if (!record.text().isEmpty()) {
                html.element("pre class=\"wide\"", record.text());
            }
            html.raw("</details>");
        }
        html.raw("</td></tr>\n");
    }

    private static void outcomes(Markup html, StressRecord record) {
        html.raw("<ul class=\"outcomes\">");
        for (StressRecord.Outcome outcome : record.outcomes()) {
            html.raw(outcome.expectation().equals("forbidden") ? "<li class=\"forbidden\">" : "<li>")
                    .element("code", outcome.outcome())
                    .text(" " + Quantity.exact(outcome.count()) + " times, " + outcome.expectation() + ": "
                            + outcome.description())
                    .raw("</li>");
        }
        html.raw("</ul>");
    }
}
