package dev.halflife.sim.write.world;

import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/** What operations refer to by number, in the order in which such things came to be. */
enum PathNumbers {
    FLUSHES {
        @Override
        long of(PathOperation operation) {
            if (operation instanceof PathOperation.Stored stored) {
                return stored.flush();
            }
            return operation instanceof PathOperation.Failed failed ? failed.flush() : 0;
        }

        @Override
        PathOperation lower(PathOperation operation) {
            if (operation instanceof PathOperation.Stored stored) {
                return new PathOperation.Stored(stored.atNanos(), stored.flush() - 1);
            }
            return operation instanceof PathOperation.Failed failed
                    ? new PathOperation.Failed(failed.atNanos(), failed.flush() - 1)
                    : operation;
        }
    },
    RETRIES {
        @Override
        long of(PathOperation operation) {
            return operation instanceof PathOperation.Retried retried ? retried.retry() : 0;
        }

        @Override
        PathOperation lower(PathOperation operation) {
            return operation instanceof PathOperation.Retried retried
                    ? new PathOperation.Retried(retried.atNanos(), retried.retry() - 1, retried.embedded())
                    : operation;
        }
    };

    /** The number that an operation refers to; 0 where to none. */
    abstract long of(PathOperation operation);

    /** The operation referring to the number before. */
    abstract PathOperation lower(PathOperation operation);

    /** Without one operation and the answers to one number, and with every higher number one lower. */
    List<Schedule<PathConfig, PathOperation>> lower(Schedule<PathConfig, PathOperation> schedule) {
        List<Schedule<PathConfig, PathOperation>> candidates = new ArrayList<>();
        long highest = schedule.operations().stream().mapToLong(this::of).max().orElse(0);
        for (int dropped = 0; dropped < schedule.operations().size(); dropped++) {
            List<PathOperation> rest = new ArrayList<>(schedule.operations());
            rest.remove(dropped);
            for (long gone = 1; gone <= highest; gone++) {
                candidates.add(schedule.with(without(rest, gone)));
            }
        }
        return candidates;
    }

    private List<PathOperation> without(List<PathOperation> operations, long gone) {
        List<PathOperation> rest = new ArrayList<>();
        for (PathOperation operation : operations) {
            long number = of(operation);
            if (number != gone) {
                rest.add(number > gone ? lower(operation) : operation);
            }
        }
        return rest;
    }
}
