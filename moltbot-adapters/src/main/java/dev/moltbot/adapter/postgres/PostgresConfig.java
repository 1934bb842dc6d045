package dev.moltbot.adapter.postgres;

import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which PostgreSQL: one of our own, or one that is already there. */
public sealed interface PostgresConfig {

  /** Our own server in this folder, with programs from there. */
  record Embedded(Path folder, Programs programs) implements PostgresConfig {}

  /** Where the server's programs come from. */
  sealed interface Programs {

    /** The jar on the class path, unpacked beside the data at first start. */
    record Bundled() implements Programs {}

    /** The same, unpacked into a folder of its own that several data folders may use. */
    record Kept(Path folder) implements Programs {}

    /** A folder with {@code bin/postgres} in it, for images that bring the programs along. */
    record At(Path folder) implements Programs {}
  }

  /**
   * A server that is already there. The user owns the schema; the program itself steps down to the
   * role {@code moltbot_app}.
   *
   * @param parameters of the driver, such as {@code sslmode}
   */
  record External(
      String host,
      int port,
      String database,
      String user,
      Secret password,
      Map<String, String> parameters)
      implements PostgresConfig {

    public External {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Our own server in this folder, with the programs from the jar. */
  static PostgresConfig.Embedded embedded(Path folder) {
    return new Embedded(folder, new Programs.Bundled());
  }

  /**
   * The server of a {@code MOLTBOT_DATABASE_URL}, spelled {@code
   * postgresql://user:password@host:port/database?sslmode=verify-full}. Over a network TLS is
   * demanded unless the address says otherwise.
   *
   * @throws IllegalArgumentException naming what is missing, never the address itself
   */
  static PostgresConfig.External external(Secret url) {
    return DatabaseUrl.parse(url);
  }

  /** Where another server is. */
  Setting URL =
      Setting.optional(
          "MOLTBOT_DATABASE_URL",
          "A PostgreSQL of yours, as postgresql://user:password@host:port/database."
              + " Not set: one of our own.",
          "");

  /** Where programs for a server of our own are, if not in the jar. */
  Setting PROGRAMS =
      Setting.optional(
          "MOLTBOT_DATABASE_PROGRAMS",
          "A folder with bin/postgres of PostgreSQL 18 in it, for a database of our own."
              + " Not set: they are unpacked beside the data.",
          "");

  /** What the owner can set. */
  List<Setting> SETTINGS = List.of(URL, PROGRAMS);

  /**
   * From the settings; what is wrong is noted there as a problem.
   *
   * @param folder where our own server lives, if no other is named
   */
  static PostgresConfig from(Settings settings, Path folder) {
    if (!settings.has(URL)) {
      return settings.has(PROGRAMS)
          ? new Embedded(folder, new Programs.At(Path.of(settings.text(PROGRAMS))))
          : embedded(folder);
    }
    try {
      return external(settings.secret(URL));
    } catch (IllegalArgumentException e) {
      settings.problem(URL, "makes no sense: " + e.getMessage());
      return embedded(folder);
    }
  }
}
