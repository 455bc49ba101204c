/** The protocol between a registry and its peers, over time. */
@NullMarked
package dev.halflife.reports.figure.protocol;

import org.jspecify.annotations.NullMarked;
