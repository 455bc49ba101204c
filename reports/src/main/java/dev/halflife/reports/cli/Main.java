package dev.halflife.reports.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
        int status = ExitCode.BUG;
        Interrupt interrupt = new Interrupt();
        try {
            interrupt.listen();
            status = run(root, surroundings(interrupt), arguments);
        } catch (RuntimeException | Error e) {
            // Nothing has been set up that it could be told with.
            e.printStackTrace(System.err);
        }
        interrupt.finish(status);
        if (!interrupt.requested()) {
            System.exit(status);
        }
    }

    private static Surroundings surroundings(Interrupt interrupt) {
        Charset charset = charset();
        Terminal terminal = Terminal.ofProcess();
        return new Surroundings(
                System.in,
                Screen.before(writer(FileDescriptor.out, charset), terminal),
                Screen.before(writer(FileDescriptor.err, charset), terminal),
                terminal,
                System::nanoTime,
                interrupt,
                Places.ofProcess(),
                System.getenv());
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
        int ended =
                Unwritten.of(surroundings).map(said -> said.tell(surroundings)).orElse(status);
        surroundings.err().flush();
        return ended;
    }

    private static Writer writer(FileDescriptor descriptor, Charset charset) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new OutputStreamWriter(new BufferedOutputStream(stream), charset);
    }

    /** The terminal's own charset, if it has more than letters; everything else that reads us reads UTF-8. */
    private static Charset charset() {
        return Optional.ofNullable(System.console())
                .map(Console::charset)
                .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
                .orElse(StandardCharsets.UTF_8);
    }
}
