package dev.moltbot.app.inspection;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where on a machine one looks. All of it can stand somewhere else, so that a test can plant
 * faults.
 *
 * @param root the machine's file system: {@code /proc}, {@code /etc} and the like are taken from
 *     there
 * @param folder where {@code .env} is, and from where a relative workspace counts
 * @param checkout the folder with {@code security/} and {@code .git} in it; may not be there
 * @param engine the Docker engine's socket; may not be there
 * @param process the process environment
 */
public record Site(
    Path root,
    Path folder,
    Path checkout,
    Path engine,
    Map<String, String> process,
    InstantSource time) {

  public Site {
    process = Map.copyOf(process);
  }

  /** This machine. */
  public static Site here() {
    Path root = Path.of("/");
    Path folder = Path.of("").toAbsolutePath();
    Map<String, String> process = System.getenv();
    return new Site(
        root, folder, checkout(folder), engine(process), process, InstantSource.system());
  }

  /** Here, or where the program was built. */
  private static Path checkout(Path folder) {
    return Stream.concat(Stream.of(folder), jar().flatMap(Site::above).stream())
        .filter(one -> Files.exists(one.resolve("security/docker-compose.yml")))
        .findFirst()
        .orElse(folder);
  }

  /** {@code moltbot-app/target/moltbot.jar} is three below. */
  private static Optional<Path> above(Path jar) {
    return Optional.ofNullable(jar.getParent()).map(Path::getParent).map(Path::getParent);
  }

  private static Optional<Path> jar() {
    try {
      var source = Site.class.getProtectionDomain().getCodeSource();
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Path engine(Map<String, String> process) {
    String given = process.getOrDefault("DOCKER_HOST", "");
    return Path.of(
        given.startsWith("unix://") ? given.substring("unix://".length()) : "/var/run/docker.sock");
  }
}
