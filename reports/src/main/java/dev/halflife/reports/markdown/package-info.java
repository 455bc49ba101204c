/** A run as a summary in Markdown, fit for the page of a build job. */
@NullMarked
package dev.halflife.reports.markdown;

import org.jspecify.annotations.NullMarked;
