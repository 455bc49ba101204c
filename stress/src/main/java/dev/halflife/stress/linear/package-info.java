/**
 * Whether calls that overlapped can be put into one order that a specification allows (Herlihy and Wing,
 * "Linearizability", TOPLAS 1990). Shared by Lincheck's cases, which supply the interleavings, and the soak.
 */
@NullMarked
package dev.halflife.stress.linear;

import org.jspecify.annotations.NullMarked;
