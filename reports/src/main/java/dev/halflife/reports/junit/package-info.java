/** A run as build servers read it: JUnit XML. */
@NullMarked
package dev.halflife.reports.junit;

import org.jspecify.annotations.NullMarked;
