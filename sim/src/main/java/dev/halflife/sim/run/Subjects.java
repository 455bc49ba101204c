package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every subject that can be named: those that come with a component, and its defects as {@code defect:ID}. */
public final class Subjects {

    /** What stands before a command where a subject is named: {@code exec:./registry}; see {@code sim.exec}. */
    public static final String EXEC = "exec:";

    private Subjects() {}

    /**
     * A fresh subject of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <C, S, O extends Operation<O>, R> Subject<O, R> fresh(
            Component<C, S, O, R> component, String name, C config) {
        Optional<Defect<C, O, R>> defect = defect(component, name);
        return defect.isPresent() ? defect.get().maker().faulty(config, Probe.NONE) : component.subject(name, config);
    }

    /** Whether the component has a subject of that name. */
    public static boolean has(Component<?, ?, ?, ?> component, String name) {
        return (isForeign(name) && component.takesForeign())
                || component.subjects().contains(name)
                || defect(component, name).isPresent();
    }

    /** Whether the name is that of a foreign process. */
    public static boolean isForeign(String name) {
        return name.startsWith(EXEC);
    }

    /** Every name, the component's own subjects first. */
    public static List<String> names(Component<?, ?, ?, ?> component) {
        List<String> names = new ArrayList<>(component.subjects());
        component.defects().forEach(defect -> names.add(defect.subject()));
        return names;
    }

    /** The defect that a subject's name names, if it names one. */
    public static <C, S, O extends Operation<O>, R> Optional<Defect<C, O, R>> defect(
            Component<C, S, O, R> component, String name) {
        if (!name.startsWith(Defect.PREFIX)) {
            return Optional.empty();
        }
        String id = name.substring(Defect.PREFIX.length());
        return component.defects().stream()
                .filter(defect -> defect.id().equals(id))
                .findFirst();
    }
}
