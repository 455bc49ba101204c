package dev.halflife.reports.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;

/** The process: {@code java -jar halflife.jar COMMAND}. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        start(Halflife::in, arguments);
    }

    /** The same for another command line, made for the arguments. */
    static void start(BiFunction<Surroundings, String[], CommandLine> root, String... arguments) {
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        Charset charset = charset();
        Surroundings surroundings = new Surroundings(
                System.in,
                writer(FileDescriptor.out, charset),
                writer(FileDescriptor.err, charset),
                Terminal.ofProcess(),
                System::nanoTime,
                interrupt,
                Places.ofProcess(),
                System.getenv());
        int status = run(root, surroundings, arguments);
        interrupt.finish(status);
        if (!interrupt.requested()) {
            System.exit(status);
        }
    }

    /** Runs one command in these surroundings and returns its exit status. */
    static int run(
            BiFunction<Surroundings, String[], CommandLine> root, Surroundings surroundings, String... arguments) {
        int status;
        try {
            status = root.apply(surroundings, arguments).execute(arguments);
        } catch (RuntimeException | Error e) {
            status = Complaints.bug(e, surroundings.err());
        }
        surroundings.out().flush();
        surroundings.err().flush();
        return status;
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(new java.io.BufferedOutputStream(stream), charset));
    }

    /** The terminal's own charset, if it has more than letters; everything else that reads us reads UTF-8. */
    private static Charset charset() {
        return Optional.ofNullable(System.console())
                .map(Console::charset)
                .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                .orElse(StandardCharsets.UTF_8);
    }
}
