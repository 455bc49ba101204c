package dev.halflife.stress.lincheck;

import dev.halflife.model.Spec;

/**
 * A part's contract, as Lincheck's sequential specification: for each operation of the case a method of the same name that
 * takes the arguments and what came back, and tells the {@link dev.halflife.stress.linear.Call call} in the
 * specification's terms. So the subject is called as anyone would call it, and nothing of the model is run beside it.
 */
abstract class Model {

    private final Spec<?, ?, ?> spec;

    Model(Spec<?, ?, ?> spec) {
        this.spec = spec;
    }

    final Spec<?, ?, ?> spec() {
        return spec;
    }
}
