package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatConfig;

/**
 * What a mesh is made with.
 *
 * @param heat the registry
 * @param drivers how many drivers announce for it; 1 to 3
 */
public record MeshConfig(HeatConfig heat, int drivers) {

    /** The most drivers. */
    public static final int MOST_DRIVERS = 3;

    public MeshConfig {
        if (drivers < 1 || drivers > MOST_DRIVERS) {
            throw new IllegalArgumentException("drivers must be within [1, " + MOST_DRIVERS + "]: " + drivers);
        }
    }
}
