package dev.halflife.impl.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The fields of one line of a trace, written by another thread than the one that did it: it must only hold values. */
interface Step {
    void write(JsonGenerator out) throws IOException;
}
