package dev.halflife.sim.kit;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Rule;
import dev.halflife.sim.gate.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A test class's annotation, or the defaults; complaints are sentences that name the value. */
final class Settings {

    private static final int MOST_DEPTH = 8;
    private static final int MOST_KEYS = 8;

    private final HalflifeTest values;

    private Settings(HalflifeTest values) {
        this.values = values;
        within("schedules", values.schedules(), 1L << 40);
        within("depth", values.depth(), MOST_DEPTH);
        within("keys", values.keys(), MOST_KEYS);
        within("jobs", values.jobs(), 1024);
        within("shrinkSeconds", values.shrinkSeconds(), 1_000_000);
    }

    /** Those of this class. */
    static Settings of(Class<?> tests) {
        HalflifeTest values = tests.getAnnotation(HalflifeTest.class);
        return new Settings(values == null ? defaults() : values);
    }

    private static HalflifeTest defaults() {
        HalflifeTest values = Defaults.class.getAnnotation(HalflifeTest.class);
        if (values == null) {
            throw new IllegalStateException("the defaults carry no annotation");
        }
        return values;
    }

    @HalflifeTest
    private static final class Defaults {}

    private static void within(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be within [1, " + most + "]: " + value);
        }
    }

    HalflifeTest values() {
        return values;
    }

    /** The contract, with the published choice for each finding that is unsupported. */
    Contract contract() {
        Contract contract = Contract.named(values.contract());
        for (String id : values.unsupported()) {
            for (Finding finding : Finding.values()) {
                contract = finding.name().equals(id) ? contract.with(finding, false) : contract;
            }
        }
        return contract;
    }

    /** The ids of unsupported rules, each one of these. */
    List<String> unsupported(List<? extends Rule> rules) {
        List<String> known = rules.stream().map(Rule::id).toList();
        List<String> ids = new ArrayList<>();
        for (String id : values.unsupported()) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException(
                        "unsupported must be among " + known.stream().collect(Collectors.joining(", ")) + ": " + id);
            }
            ids.add(id);
        }
        return ids;
    }

    /** Where failures are kept, or null. */
    @Nullable
    Corpus corpus() {
        return values.corpus().isEmpty() ? null : new Corpus(Path.of(values.corpus()));
    }
}
