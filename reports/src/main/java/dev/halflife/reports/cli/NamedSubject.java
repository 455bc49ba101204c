package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.exec.Command;
import dev.halflife.sim.exec.ForeignSubjects;
import dev.halflife.sim.exec.Limits;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.run.Trial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A subject as it was named on the command line, with its processes where it is a command; they end with this. */
final class NamedSubject implements AutoCloseable {

    private final Surroundings surroundings;
    private final String name;
    private final @Nullable ForeignSubjects processes;

    /** The subject of that name, each of its replies awaited no longer than this, and none any more at {@code end}. */
    NamedSubject(Surroundings surroundings, String name, Duration replyLimit, Parallel.Stop end) {
        this.surroundings = surroundings;
        this.name = name;
        if (Subjects.isForeign(name)) {
            ForeignSubjects foreign = new ForeignSubjects(
                    Command.parse(name.substring(Subjects.EXEC.length())),
                    Limits.DEFAULT.withReplyNanos(replyLimit.toNanos()),
                    surroundings.nanos(),
                    end);
            surroundings.interrupt().atLast(foreign::kill);
            this.processes = foreign;
        } else {
            this.processes = null;
        }
    }

    /** This subject of the component under the contract. */
    <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> component, Contract contract) {
        return new Trial<>(processes == null ? component : processes.in(component, contract), name, contract);
    }

    /** What is to be done around an engine that tries it. */
    Hunting hunting() {
        return processes == null ? Hunting.PLAIN : processes;
    }

    /** Ends its processes, says what is to be said of that, and returns the exit status: its misbehaviour is no success. */
    int ends(int status) {
        close();
        if (processes == null || processes.notices().isEmpty()) {
            return status;
        }
        processes.notices().forEach(surroundings.err()::println);
        return ExitCode.worse(status, ExitCode.VIOLATED);
    }

    @Override
    public void close() {
        if (processes != null) {
            processes.close();
        }
    }
}
