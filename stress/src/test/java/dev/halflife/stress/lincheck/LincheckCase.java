package dev.halflife.stress.lincheck;

import static org.assertj.core.api.Assertions.fail;

import dev.halflife.stress.record.StressRecord;
import dev.halflife.stress.record.StressRecord.Verdict;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * One part of the reference under Lincheck.
 *
 * @param name the component's
 * @param model its contract
 * @param bounds how much is tried, at random
 * @param races what is tried on top of that
 */
public record LincheckCase(String name, Class<? extends Model> model, Bounds bounds, List<Scenario> races) {

    /** A case of the usual size. */
    LincheckCase(String name, Class<? extends Model> model, Scenario... races) {
        this(name, model, Bounds.USUAL, List.of(races));
    }

    /** Fails unless the model allows every interleaving that the model checker tries. */
    void holds(Class<?> reference) {
        holds(reference, bounds.applyTo(new ModelCheckingOptions()), told(reference), tried(bounds.modelChecking()));
    }

    /** Fails unless the model allows everything that real threads do. */
    void holdsOnRealThreads(Class<?> reference) {
        holds(reference, bounds.applyTo(new StressOptions()), "reference, real threads", tried(bounds.realThreads()));
    }

    private <T extends Options<T, ?>> void holds(Class<?> reference, T options, String subject, String bounds) {
        Optional<String> failure = failure(reference, options);
        record(subject, bounds, failure.isPresent() ? Verdict.VIOLATED : Verdict.HOLDS, failure);
        failure.ifPresent(text -> fail("the reference of " + name + " is not linearizable\n" + text));
    }

    /** Fails unless the model checker finds an interleaving of the twin that the model does not allow. */
    void convicts(Class<?> twin) {
        Optional<String> failure = failure(twin, bounds.applyTo(new ModelCheckingOptions()));
        Verdict verdict = failure.isPresent() ? Verdict.CONVICTED : Verdict.NOT_CONVICTED;
        record(told(twin), tried(bounds.modelChecking()), verdict, failure);
        if (failure.isEmpty()) {
            fail(twin.getSimpleName() + " was not convicted within " + tried(bounds.modelChecking()));
        }
    }

    private void record(String subject, String bounds, Verdict verdict, Optional<String> interleaving) {
        new StressRecord(name, "lincheck", subject, bounds, verdict, interleaving.orElse(""), List.of()).save();
    }

    private <T extends Options<T, ?>> Optional<String> failure(Class<?> subject, T options) {
        try {
            races.forEach(race -> options.addCustomScenario(race.of(subject)));
            options.sequentialSpecification(model).verifier(Judged.class).check(subject);
            return Optional.empty();
        } catch (LincheckAssertionError convicted) {
            return Optional.of(String.valueOf(convicted.getMessage()).strip());
        }
    }

    Model freshModel() {
        return fresh(model);
    }

    /** An instance made by its constructor without arguments, which need not be public. */
    static <T> T fresh(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private String tried(String atRandom) {
        return races.size() + " races and " + atRandom;
    }

    /** {@code CompareThenWrite} is told as "compare then write". */
    private static String told(Class<?> subject) {
        return subject.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
