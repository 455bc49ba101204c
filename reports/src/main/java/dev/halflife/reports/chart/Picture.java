package dev.halflife.reports.chart;

import org.knowm.xchart.internal.chartpart.Chart;

/** How numbers are shown: what is drawn of them and said below, from them and from nothing else. */
public interface Picture {

    /** What its files are called, without ending: {@code decay-silence}. */
    String name();

    /** In a few words. */
    String title();

    /** What to see in it, in a sentence or two; where there are no numbers, why. */
    String caption(Numbers numbers);

    /** The picture; not asked for where there are no numbers. */
    Chart<?, ?> chart(Numbers numbers);
}
