package dev.halflife.sim.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recordings: 24 of the original running, 10 of a prototype of the strict rules. */
final class Golden {

    private Golden() {}

    static Stream<String> names() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("blob", "heat")) {
            for (int i = 0; i < 12; i++) {
                names.add(String.format("published-%s-%02d.jsonl", kind, i));
            }
            for (int i = 0; i < 5; i++) {
                names.add(String.format("strict-%s-%02d.jsonl", kind, i));
            }
        }
        return names.stream();
    }

    static byte[] bytes(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing recording: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
