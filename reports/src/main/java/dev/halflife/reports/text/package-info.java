/** Numbers, tables and counterexamples as plain text. */
@NullMarked
package dev.halflife.reports.text;

import org.jspecify.annotations.NullMarked;
