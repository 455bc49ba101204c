@NullMarked
package dev.halflife.reports.figure.decay;

import org.jspecify.annotations.NullMarked;
