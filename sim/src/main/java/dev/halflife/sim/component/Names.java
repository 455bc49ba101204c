package dev.halflife.sim.component;

import java.util.List;
import java.util.stream.IntStream;

/** The names of one kind of thing in generated schedules: a1, a2, … The smaller the number, the simpler the name. */
public final class Names {

    /** How many there are. */
    public static final int COUNT = 64;

    private final List<String> names;

    private Names(List<String> names) {
        this.names = names;
    }

    /** Names that begin with this. */
    public static Names of(String prefix) {
        return new Names(
                IntStream.rangeClosed(1, COUNT).mapToObj(i -> prefix + i).toList());
    }

    /** The {@code index}-th name, from 0. */
    public String get(int index) {
        return names.get(index);
    }

    /** The place of a name, or -1 where it is none of these. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** The first so many names. */
    public List<String> first(int count) {
        return names.subList(0, count);
    }
}
