/**
 * Foreign processes as subjects: anyone's component, in any language, that speaks the lines of traces over its standard
 * input and output.
 *
 * <p>The harness writes a header and then one request a line; the subject answers each request with one line, the fields of
 * the reply, and ends when its input ends. That alone is enough, and costs a process a schedule. A process can serve many:
 * the header carries {@code "reset":true}, and a subject that answers it with the line {@code {"reset":true}} says that it
 * starts afresh at each header; from then on it gets a header for each schedule and answers it so. One that does not know
 * of this passes over the field, as over any that it does not know, and its first line is the reply to the first request:
 * neither can be mistaken for the other.
 *
 * <p>Requests are written ahead of their replies, as far as the specification predicts them. What comes out is the same as
 * if each had been awaited: where a prediction was wrong, or the subject failed with several requests open, the schedule is
 * run once more, one request at a time; a failure that does not come again then is told of by itself.
 *
 * <p>Reading never waits in the operating system, whoever else holds the other end of the pipe: it asks what is there. Only
 * as much is asked ahead as a pipe holds, so that writing does not wait either. A process that floods its output waits until
 * it is read, and is ended by its pipes if this one dies first. No clock is read here: the time limit of a reply goes by a
 * clock that is passed in.
 *
 * <p>Until its first line a process has, besides the time limit of a reply, ten seconds to start, or that limit where it is
 * longer; once it is known how long it takes, ten times as long, and at least a second. What hangs is found, confirmed and
 * shrunk by the limit that was set. Whoever waits for a reply is told when the run is to end, and what was ended so is not
 * told of.
 */
@NullMarked
package dev.halflife.sim.exec;

import org.jspecify.annotations.NullMarked;
