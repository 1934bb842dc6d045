package dev.moltbot.app.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The file that holds the secrets. */
final class EnvChecks {
  static final List<Check> CHECKS =
      List.of(
          Check.critical(
                  "credentials.env-mode",
                  ".env is readable by its owner alone (0600)",
                  "every other user and program of this machine could read all credentials",
                  EnvChecks::mode)
              .mendedBy(scene -> Modes.closed(files(scene, Modes::open))),
          Check.critical(
              "credentials.env-owner",
              ".env belongs to the user that Moltbot runs as",
              "its owner can change who may read it, and what it says",
              EnvChecks::owner),
          Check.critical(
              "credentials.env-no-link",
              ".env is a file and no link",
              "whoever can change what a link points to decides on the credentials",
              EnvChecks::link),
          Check.critical(
              "credentials.env-not-committed",
              ".env is not in git",
              "what was committed once is in every copy of the repository for good",
              EnvChecks::committed),
          Check.warning(
              "credentials.env-ignored",
              "git ignores .env",
              "the next git add . would commit every credential",
              EnvChecks::ignored),
          Check.critical(
              "credentials.env-copies",
              "there is no second copy of .env",
              "a copy keeps credentials that nobody rotates, and editors make them for all to read",
              EnvChecks::copies),
          Check.critical(
                  "credentials.kept-private",
                  "what logins keep is readable by its owner alone",
                  "a refresh token or a session opens an account as well as a password",
                  EnvChecks::kept)
              .mendedBy(scene -> Modes.closed(keptOpen(scene))));

  private EnvChecks() {}

  private interface Which {
    boolean is(Path file) throws IOException;
  }

  private static List<Path> files(Scene scene, Which which) throws IOException {
    var found = new ArrayList<Path>();
    for (Path file : scene.envFiles()) {
      if (which.is(file)) {
        found.add(file);
      }
    }
    return found;
  }

  private static Outcome mode(Scene scene) throws IOException {
    if (scene.envFiles().isEmpty()) {
      return Outcome.unknown("there is no .env");
    }
    List<Path> open = files(scene, Modes::open);
    return open.isEmpty()
        ? Outcome.fine(Modes.list(scene.envFiles()) + ", for its owner alone")
        : Outcome.found(
            open.getFirst() + " is " + Modes.words(open.getFirst()),
            "chmod 600 " + open.getFirst());
  }

  private static Outcome owner(Scene scene) throws IOException {
    if (scene.envFiles().isEmpty()) {
      return Outcome.unknown("there is no .env");
    }
    List<Path> foreign = files(scene, file -> !Files.isSymbolicLink(file) && !Modes.ours(file));
    return foreign.isEmpty()
        ? Outcome.fine("it is ours")
        : Outcome.found(
            foreign.getFirst() + " belongs to " + Files.getOwner(foreign.getFirst()).getName(),
            "sudo chown $(id -u) " + foreign.getFirst());
  }

  private static Outcome link(Scene scene) throws IOException {
    List<Path> links = files(scene, Files::isSymbolicLink);
    return links.isEmpty()
        ? Outcome.fine("no link")
        : Outcome.found(
            links.getFirst() + " is a link", "put the file itself there, with mode 0600");
  }

  private static Outcome committed(Scene scene) throws IOException {
    var tracked = new GitIndex(scene.site().checkout()).tracked();
    if (tracked.isEmpty()) {
      return Outcome.unknown("this is no git checkout that could be read");
    }
    List<String> secret = tracked.get().stream().filter(EnvChecks::holdsSecrets).toList();
    return secret.isEmpty()
        ? Outcome.fine("none of " + tracked.get().size() + " files in git")
        : Outcome.found(
            secret.getFirst() + " is in git",
            "git rm --cached " + secret.getFirst() + ", then replace every credential in it");
  }

  private static boolean holdsSecrets(String path) {
    return path.matches("(.*/)?\\.env(\\.(?!example$).*)?")
        || path.startsWith(".openclaw/")
        || path.startsWith(".tokens/");
  }

  private static Outcome ignored(Scene scene) {
    Path checkout = scene.site().checkout();
    if (!Files.exists(checkout.resolve(".git"))) {
      return Outcome.unknown("this is no git checkout");
    }
    List<String> lines =
        Scene.text(checkout.resolve(".gitignore")).orElse("").lines().map(String::strip).toList();
    boolean ignored =
        Stream.of(".env", "/.env", ".env*", "*.env", "**/.env").anyMatch(lines::contains);
    return ignored
        ? Outcome.fine(".gitignore names it")
        : Outcome.found(
            ".gitignore does not name .env", "echo .env >> " + checkout.resolve(".gitignore"));
  }

  private static Outcome copies(Scene scene) throws IOException {
    var copies = new ArrayList<Path>();
    for (Path folder : List.of(scene.site().folder(), scene.home())) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> there = Files.list(folder)) {
          there.filter(EnvChecks::copy).forEach(copies::add);
        }
      }
    }
    return copies.isEmpty()
        ? Outcome.fine("none")
        : Outcome.found("found " + Modes.list(copies), "rm " + copies.getFirst());
  }

  private static boolean copy(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches(
            "\\.?env[.~_-].*|\\.env~|\\.#?\\.?env\\.sw[a-p]|#\\.env#|\\.\\.env\\.sw[a-p]")
        && !name.equals(".env.example")
        && Files.isRegularFile(file);
  }

  private static Outcome kept(Scene scene) throws IOException {
    List<Path> open = keptOpen(scene);
    if (open.isEmpty()) {
      return Outcome.fine("nothing there is open to others");
    }
    return Outcome.found(
        Modes.list(open) + " can be read by others",
        "chmod -R go= " + scene.workspace().channels());
  }

  /** Files that channels keep; a jar is nobody's secret, and the folder itself may be looked at. */
  private static List<Path> keptOpen(Scene scene) throws IOException {
    Path folder = scene.workspace().channels();
    return Modes.within(
        folder,
        file -> Files.isRegularFile(file) && !folder.equals(file.getParent()) && Modes.open(file));
  }
}
