package dev.halflife.model.write.statistics;

import dev.halflife.model.NumberText;

/**
 * What is told of a population of samples: how many, their mean, and M2, the sum of squared distances from the mean. A
 * value; as a reply it may be anything.
 */
public record Summary(long count, double mean, double m2) {

    @Override
    public String toString() {
        return "count " + count + ", mean " + NumberText.of(mean) + ", M2 " + NumberText.of(m2);
    }
}
