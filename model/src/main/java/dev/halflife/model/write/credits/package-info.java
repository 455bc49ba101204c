/** The importance credits' contract: rules A1 to A6 and finding F6, for whole calls and for calls that overlap. */
@NullMarked
package dev.halflife.model.write.credits;

import org.jspecify.annotations.NullMarked;
