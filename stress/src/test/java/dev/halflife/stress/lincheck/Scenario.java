package dev.halflife.stress.lincheck;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * A race that is worth trying on every run, beside those that are drawn: calls such as {@code failure(0) allow(20)}.
 *
 * @param before one after the other, before the threads start
 * @param first what one thread calls
 * @param second what the other calls at the same time
 * @param after one after the other, once both are done
 */
public record Scenario(String before, String first, String second, String after) {

    private static final Pattern CALL = Pattern.compile("(\\w+)\\(([^)]*)\\)");

    ExecutionScenario of(Class<?> subject) {
        return new ExecutionScenario(
                actors(subject, before),
                List.of(actors(subject, first), actors(subject, second)),
                actors(subject, after),
                null);
    }

    private static List<Actor> actors(Class<?> subject, String calls) {
        List<Actor> actors = new ArrayList<>();
        Matcher call = CALL.matcher(calls);
        while (call.find()) {
            List<Object> arguments = new ArrayList<>();
            Arrays.stream(call.group(2).split(","))
                    .filter(argument -> !argument.isBlank())
                    .forEach(argument -> arguments.add(value(argument.strip())));
            actors.add(new Actor(method(subject, call.group(1)), arguments));
        }
        return actors;
    }

    private static Object value(String text) {
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : Integer.valueOf(text);
    }

    private static Method method(Class<?> subject, String name) {
        return Arrays.stream(subject.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("call must be one of the subject's: " + name));
    }
}
