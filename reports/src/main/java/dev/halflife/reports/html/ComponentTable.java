package dev.halflife.reports.html;

import dev.halflife.reports.text.ComponentRow;
import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import java.util.List;

/** A line per component, all its engines in one: what the console shows. */
final class ComponentTable implements Section {

    private static final String TITLE = "Components";

    private static final List<String> NUMBERS = List.of(
            "findings", "situations met", "defects caught", "schedules", "replies", "virtual time", "wall time");

    @Override
    public String title(Page page) {
        return ComponentRow.of(page.run()).isEmpty() ? "" : TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        html.heading(TITLE);
        html.raw("<table>\n<thead><tr>");
        List.of("component", "strict", "published").forEach(title -> html.element("th", title));
        NUMBERS.forEach(title -> html.element("th class=\"number\"", title));
        html.raw("</tr></thead>\n<tbody>\n");
        ComponentRow.of(page.run()).forEach(row -> draw(html, row));
        html.raw("</tbody>\n</table>\n");
    }

    private static void draw(Markup html, ComponentRow row) {
        html.raw("<tr class=\"" + Markup.anchor(row.verdict()) + "\">");
        html.raw("<td class=\"who verdict\">")
                .element("strong", Verdicts.sign(row.verdict()))
                .text(" " + row.component())
                .raw("</td>");
        verdict(html, "strict", row.strict());
        verdict(html, "published", row.published());
        List<String> numbers = List.of(
                row.findings(),
                row.situations(),
                row.defects(),
                Quantity.exact(row.schedules()),
                Quantity.exact(row.steps()),
                row.simulatedNanos() == 0 ? "-" : Quantity.virtual(row.simulatedNanos()),
                Quantity.wall(row.wallMillis()));
        for (int i = 0; i < numbers.size(); i++) {
            html.element("td class=\"number\" data-label=\"" + NUMBERS.get(i) + "\"", numbers.get(i));
        }
        html.raw("</tr>\n");
    }

    private static void verdict(Markup html, String contract, String verdict) {
        html.element("td data-label=\"" + contract + "\"", verdict);
    }
}
