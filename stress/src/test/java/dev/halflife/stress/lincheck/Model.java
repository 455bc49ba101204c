package dev.halflife.stress.lincheck;

import dev.halflife.model.Spec;
import dev.halflife.stress.linear.Call;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * A part's contract, as Lincheck's sequential specification: for each operation of the case a method of the same name that
 * takes the arguments and what came back, and tells the {@link Call call} in the specification's terms. So the subject is
 * called as anyone would call it, and nothing of the model runs beside it.
 */
public abstract class Model {

    private final Spec<?, ?, ?> spec;

    Model(Spec<?, ?, ?> spec) {
        this.spec = spec;
    }

    /** What judges the calls. */
    public final Spec<?, ?, ?> spec() {
        return spec;
    }

    /** The call of this operation, with its arguments and then, unless it returns nothing, what it returned. */
    @SuppressWarnings("unchecked") // a model's calls are its specification's
    public final <S, O, R> Call<S, O, R> call(String operation, List<?> argumentsAndResult) {
        Method told = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("operation must be one of the model's: " + operation));
        try {
            told.setAccessible(true);
            return (Call<S, O, R>) told.invoke(this, argumentsAndResult.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the model cannot tell " + operation + argumentsAndResult, e);
        }
    }
}
