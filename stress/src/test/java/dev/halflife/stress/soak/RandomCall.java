package dev.halflife.stress.soak;

import dev.halflife.sim.random.Rng;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/** One operation of a Lincheck case, called with arguments from the ranges that stand there. */
record RandomCall(Method method) {

    /** Every operation of a subject. */
    static List<RandomCall> of(Class<?> subject) {
        return Arrays.stream(subject.getSuperclass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .map(RandomCall::new)
                .toList();
    }

    List<Object> arguments(Rng rng) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            arguments.add(argument(generator(parameter), rng));
        }
        return arguments;
    }

    /** Makes the call; whatever it throws is thrown here. */
    @Nullable
    Object on(Object subject, List<Object> arguments) {
        try {
            return method.invoke(subject, arguments.toArray());
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(method.getName() + arguments + " failed", e);
        }
    }

    private Param generator(Parameter parameter) {
        Param own = parameter.getAnnotation(Param.class);
        return own.name().isEmpty()
                ? own
                : Stream.of(method.getDeclaringClass().getAnnotationsByType(Param.class))
                        .filter(shared -> shared.name().equals(own.name()))
                        .findFirst()
                        .orElseThrow();
    }

    private static Object argument(Param generator, Rng rng) {
        if (generator.gen() == BooleanGen.class) {
            return rng.chance(500);
        }
        String[] range = generator.conf().split(":", 2);
        int least = Integer.parseInt(range[0]);
        return least + rng.nextInt(Integer.parseInt(range[1]) - least + 1);
    }
}
