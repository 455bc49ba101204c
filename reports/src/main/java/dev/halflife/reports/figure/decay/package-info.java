/** The law of decay, and how near the implementations come to it. */
@NullMarked
package dev.halflife.reports.figure.decay;

import org.jspecify.annotations.NullMarked;
