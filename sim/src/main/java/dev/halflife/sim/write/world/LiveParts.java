package dev.halflife.sim.write.world;

import dev.halflife.model.Operation;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** Subjects of the eight parts. */
final class LiveParts implements PathRuntime.Running, AutoCloseable {

    /** Makes them. */
    @FunctionalInterface
    interface Maker {
        /** A fresh subject of a part. */
        <O extends Operation<O>, R> Subject<O, R> subject(Part<?, ?, O, R> part);
    }

    private final Maker maker;
    private final List<Subject<?, ?>> subjects = new ArrayList<>();

    LiveParts(Maker maker) {
        this.maker = maker;
        Parts.ALL.forEach(part -> subjects.add(maker.subject(part)));
    }

    /** The list holds each part's subject at its place. */
    @Override
    @SuppressWarnings("unchecked")
    public <O extends Operation<O>, R> R call(Part<?, ?, O, R> part, O operation) {
        return ((Subject<O, R>) subjects.get(part.place())).apply(operation);
    }

    @Override
    public void restart() {
        for (Part<?, ?, ?, ?> part : Parts.ALL) {
            if (part != Parts.STATISTICS) {
                subjects.set(part.place(), maker.subject(part)).close();
            }
        }
    }

    @Override
    public void close() {
        subjects.forEach(Subject::close);
    }
}
