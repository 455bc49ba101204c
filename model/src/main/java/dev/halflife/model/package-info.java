/**
 * What is true: the core types every component is specified with. Pure values and functions; no clock, no randomness, no
 * threads, no I/O.
 */
@NullMarked
package dev.halflife.model;

import org.jspecify.annotations.NullMarked;
