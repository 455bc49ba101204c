package dev.halflife.sim.gate;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.schedule.Schedule;

/**
 * What two schedules have in common that show the same mistake: what is done, in what order, to which keys, and whether
 * time stood still, went on or went back before it. How far it went and the configuration are left out: a shrunk schedule
 * that fails for a cap of 1 and one that fails for a cap of 2 are one entry of a corpus.
 */
final class Shape {

    private Shape() {}

    /** The shape as 16 hexadecimal digits, the same on every JVM. */
    static <C, O extends Operation<O>> String of(Codec<C, O, ?> codec, Schedule<C, O> schedule) {
        Digest digest = new Digest();
        long last = 0;
        for (O operation : schedule.operations()) {
            digest.add((long) Long.signum(Long.compare(operation.atNanos(), last)));
            last = operation.atNanos();
            codec.writeOperation(operation.movedTo(0), digest);
        }
        return Digest.hex(digest.value());
    }
}
