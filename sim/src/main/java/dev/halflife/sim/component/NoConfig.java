package dev.halflife.sim.component;

/** The configuration of a component that has nothing to configure. */
public record NoConfig() {}
