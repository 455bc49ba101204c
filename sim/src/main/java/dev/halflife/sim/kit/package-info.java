/**
 * The test kit: JUnit 5 tests of somebody else's component, one a rule.
 *
 * <p>A test class implements {@link dev.halflife.sim.kit.HeatRegistryTests}, {@link
 * dev.halflife.sim.kit.BlobHeatRegistryTests} or, for any component, {@link dev.halflife.sim.kit.RuleTests}, says how its
 * subject is made, and is configured by {@link dev.halflife.sim.kit.HalflifeTest}. This is the only part of the simulator
 * that needs JUnit's API on the class path; who tests with JUnit has it.
 */
@NullMarked
package dev.halflife.sim.kit;

import org.jspecify.annotations.NullMarked;
