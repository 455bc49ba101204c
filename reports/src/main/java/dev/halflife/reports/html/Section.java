package dev.halflife.reports.html;

/** A part of the page. To add one, write its class and name it in {@link Report}. */
interface Section {

    /** What it is called in the page's table of contents; empty where it has nothing to show of this run. */
    String title(Page page);

    /** Writes it, its heading included. */
    void draw(Markup html, Page page);
}
