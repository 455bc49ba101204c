package dev.halflife.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands in a process of their own. */
final class Forked {

    private Forked() {}

    /** Starts one in {@code directory}, where its complaints go into the file {@code err}. */
    static Process start(Path directory, List<String> ofTheJvm, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(
                "-XX:TieredStopAtLevel=1"); // short runs, several at a time: compiling well costs more than it saves
        command.addAll(ofTheJvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }
}
