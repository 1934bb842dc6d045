package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The server's programs, run as the right user, in the folder that is all theirs. */
record ServerTools(Binaries binaries, RunAs as, Path folder) {

  Tool.Result run(String program, Duration limit, String... arguments) throws IOException {
    return Tool.run(command(program, arguments), folder, limit);
  }

  Tool.Running start(String program, String... arguments) throws IOException {
    return Tool.start(command(program, arguments), folder);
  }

  private List<String> command(String program, String... arguments) {
    Stream<String> path = Stream.of(binaries.program(program).toString());
    return Stream.of(as.prefix().stream(), path, Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }

  /** Gives files that we wrote to the user the server runs as. */
  void own(Path tree) throws IOException {
    as.own(tree);
  }
}
