package dev.halflife.model.write.cursor;

/**
 * Where a consolidation cursor stands.
 *
 * @param millis the greatest value it was advanced to, in milliseconds; 0 before the first, which stands for the
 *     beginning of time, so that negative values never move it
 */
public record CursorState(long millis) {}
