package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.function.Function;

/**
 * One of the eight parts of the write path: its component, and its place among the others. There is one instance of each,
 * in {@link Parts}.
 */
public final class Part<C, S, O extends Operation<O>, R> {

    private final int place;
    private final Component<C, S, O, R> component;
    private final Function<PathConfig, C> config;
    private final PathRule rule;
    private final PathRule ruleOfMore;
    private final List<Rule> rules;

    /**
     * A part.
     *
     * @param rule what the world breaks where it does not ask the part what it should
     * @param ruleOfMore what the world breaks where it asks the part more than it should
     */
    Part(
            int place,
            Component<C, S, O, R> component,
            Function<PathConfig, C> config,
            PathRule rule,
            PathRule ruleOfMore,
            Rule... rules) {
        this.place = place;
        this.component = component;
        this.config = config;
        this.rule = rule;
        this.ruleOfMore = ruleOfMore;
        this.rules = List.of(rules);
    }

    /** The component's name. */
    String name() {
        return component.name();
    }

    /** Its place among the parts, from 0. */
    int place() {
        return place;
    }

    PathRule rule() {
        return rule;
    }

    PathRule ruleOfMore() {
        return ruleOfMore;
    }

    List<Rule> rules() {
        return rules;
    }

    Component<C, S, O, R> component() {
        return component;
    }

    C config(PathConfig world) {
        return config.apply(world);
    }

    Spec<S, O, R> spec(PathConfig world, Contract contract) {
        return component.spec(config(world), contract);
    }

    Subject<O, R> subject(String name, PathConfig world) {
        return component.subject(name, config(world));
    }

    @Override
    public String toString() {
        return name();
    }
}
