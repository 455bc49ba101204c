package dev.halflife.reports.chart;

/** A point of a curve, in the units of the chart's axes. */
public record Point(double x, double y) {}
