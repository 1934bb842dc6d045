package dev.moltbot.adapter.postgres;

import java.nio.file.Path;

/** Which PostgreSQL: one of our own, or one that is already there. */
public sealed interface PostgresConfig {

  /** Our own server in this folder, with programs from there. */
  record Embedded(Path folder, Programs programs) implements PostgresConfig {}

  /** Where the server's programs come from. */
  sealed interface Programs {

    /** The jar on the class path, unpacked beside the data at first start. */
    record Bundled() implements Programs {}

    /** A folder with {@code bin/postgres} in it, for images that bring the programs along. */
    record At(Path folder) implements Programs {}
  }

  /** Our own server in this folder, with the programs from the jar. */
  static PostgresConfig.Embedded embedded(Path folder) {
    return new Embedded(folder, new Programs.Bundled());
  }
}
