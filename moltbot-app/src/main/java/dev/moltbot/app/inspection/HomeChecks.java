package dev.moltbot.app.inspection;

import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.trust.ChannelLock;
import dev.moltbot.app.trust.TrustedChannels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The workspace: whose it is, who can look in, and what lies in it. */
final class HomeChecks {
  private static final Set<String> SYNCED =
      Set.of(
          "dropbox",
          "onedrive",
          "google drive",
          "googledrive",
          "icloud drive",
          "icloud~",
          "nextcloud",
          "syncthing",
          "com~apple~clouddocs",
          "cloudstorage",
          "owncloud",
          "yandex.disk",
          "mega");

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
                  "runtime.home-private",
                  "the workspace is closed to other users",
                  "the messages, the contacts and the keys are in there",
                  HomeChecks::home)
              .mendedBy(scene -> Modes.closed(open(scene.home()))),
          Check.critical(
              "runtime.home-owner",
              "the workspace belongs to the user that Moltbot runs as",
              "whoever owns a folder can put other files into it",
              HomeChecks::owner),
          Check.critical(
              "runtime.home-no-links",
              "nothing in the workspace is a link to somewhere else",
              "through a link secrets are written to, or taken from, where nobody looks",
              HomeChecks::links),
          Check.warning(
              "runtime.home-not-synced",
              "the workspace is in no folder that is copied to a cloud",
              "the contacts would leave this machine, and a database that is copied while it runs"
                  + " breaks",
              HomeChecks::synced),
          files(
              "logs",
              "logs are readable by their owner alone",
              "they say who was written to, and when"),
          files(
              "reports",
              "reports are readable by their owner alone",
              "they show everybody you know"),
          files("backups", "backups are readable by their owner alone", "they hold everything"),
          files(
              "data",
              "the database's files are readable by their owner alone",
              "they hold everything"),
          Check.critical(
                  "runtime.persona-mine",
                  "nobody else can change what drafts are written by",
                  "a line in identity.md or in a skill speaks in your name",
                  HomeChecks::persona)
              .mendedBy(scene -> Modes.closed(changeable(scene))),
          Check.critical(
                  "runtime.channels-folder",
                  "the folder of channels is closed to other users",
                  "what lies there runs, and keeps the sessions of your accounts",
                  HomeChecks::channels)
              .mendedBy(scene -> Modes.closed(open(scene.workspace().channels()))),
          Check.critical(
              "runtime.channel-jars",
              "every channel jar is the one that was trusted",
              "a jar runs with all the rights of Moltbot",
              HomeChecks::jars),
          Check.critical(
              "runtime.channel-lock",
              "the list of trusted jars makes sense, and only its owner can change it",
              "whoever can write it trusts jars in your name",
              HomeChecks::lock));

  private HomeChecks() {}

  private static Check files(String folder, String title, String why) {
    return Check.critical(
            "runtime." + folder + "-private",
            title,
            why,
            scene -> files(scene.home().resolve(folder)))
        .mendedBy(scene -> Modes.closed(unsafe(scene.home().resolve(folder))));
  }

  private static Outcome files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return Outcome.fine("there are none yet");
    }
    List<Path> open = unsafe(folder);
    return open.isEmpty()
        ? Outcome.fine(folder + ", for its owner alone")
        : Outcome.found(Modes.list(open) + " can be read by others", "chmod -R go= " + folder);
  }

  private static List<Path> unsafe(Path folder) throws IOException {
    return Modes.within(folder, file -> !program(folder, file) && Modes.open(file));
  }

  /** The database's own programs are unpacked beside its data, and are no secret. */
  private static boolean program(Path folder, Path file) {
    return folder.relativize(file).toString().startsWith("server-");
  }

  private static List<Path> open(Path folder) {
    return Files.exists(folder) && Modes.open(folder) ? List.of(folder) : List.of();
  }

  private static Outcome home(Scene scene) {
    if (!Files.exists(scene.home())) {
      return Outcome.unknown("there is no workspace yet");
    }
    return open(scene.home()).isEmpty()
        ? Outcome.fine(scene.home() + " is " + Modes.words(scene.home()))
        : Outcome.found(
            scene.home() + " is " + Modes.words(scene.home()), "chmod 700 " + scene.home());
  }

  private static Outcome owner(Scene scene) throws IOException {
    if (!Files.exists(scene.home())) {
      return Outcome.unknown("there is no workspace yet");
    }
    return Modes.ours(scene.home())
        ? Outcome.fine("it is ours")
        : Outcome.found(
            scene.home() + " belongs to " + Files.getOwner(scene.home()).getName(),
            "sudo chown -R $(id -u) " + scene.home());
  }

  /** A linked .env is another check's matter; the database has none of its own. */
  private static Outcome links(Scene scene) throws IOException {
    var links = new ArrayList<Path>();
    for (Path place : List.of(scene.home(), scene.workspace().channels())) {
      if (Files.isSymbolicLink(place)) {
        links.add(place);
      } else if (Files.isDirectory(place)) {
        try (Stream<Path> all = Files.walk(place, 2)) {
          all.filter(Files::isSymbolicLink)
              .filter(one -> !one.endsWith(".env"))
              .forEach(links::add);
        }
      }
    }
    return links.isEmpty()
        ? Outcome.fine("none")
        : Outcome.found(Modes.list(links) + " is a link", "put the file or folder itself there");
  }

  private static Outcome synced(Scene scene) {
    for (Path part : scene.home().toAbsolutePath()) {
      String name = part.toString().toLowerCase(Locale.ROOT);
      if (SYNCED.stream().anyMatch(name::startsWith)) {
        return Outcome.found("it is in " + part, "move it and set MOLTBOT_HOME to where it is");
      }
    }
    return Outcome.fine("it is not");
  }

  private static List<Path> changeable(Scene scene) throws IOException {
    var files = new ArrayList<>(Modes.within(scene.workspace().skills(), Modes::changeable));
    Stream.of(
            scene.workspace().identity(), scene.workspace().soul(), scene.workspace().recipients())
        .filter(Files::exists)
        .filter(Modes::changeable)
        .forEach(files::add);
    return files;
  }

  private static Outcome persona(Scene scene) throws IOException {
    List<Path> files = changeable(scene);
    return files.isEmpty()
        ? Outcome.fine("only its owner can")
        : Outcome.found(
            Modes.list(files) + " can be changed by others", "chmod go-w " + files.getFirst());
  }

  private static Outcome channels(Scene scene) {
    Path folder = scene.workspace().channels();
    if (!Files.exists(folder)) {
      return Outcome.fine("there is none yet");
    }
    return Modes.changeable(folder)
        ? Outcome.found(folder + " is " + Modes.words(folder), "chmod 700 " + folder)
        : Outcome.fine(folder + " is " + Modes.words(folder));
  }

  /** A broken lock is the other check's matter; links are the links' check's. */
  private static Outcome jars(Scene scene) {
    var lock = new ChannelLock(scene.workspace()).read();
    if (!lock.problems().isEmpty()) {
      return Outcome.unknown("the list of trusted jars cannot be used");
    }
    List<String> problems =
        TrustedChannels.load(scene.workspace(), Installed.CHANNELS, Installed.keys())
            .problems()
            .stream()
            .filter(line -> !line.contains(" is a link"))
            .toList();
    return problems.isEmpty()
        ? Outcome.fine(lock.pins().size() + " jars, each as trusted")
        : Outcome.found(String.join("; ", problems), "moltbot channels trust, or remove it");
  }

  private static Outcome lock(Scene scene) {
    var lock = new ChannelLock(scene.workspace()).read();
    List<String> problems =
        lock.problems().stream()
            .filter(line -> !line.startsWith(scene.home() + " can be"))
            .toList();
    return problems.isEmpty()
        ? Outcome.fine(lock.pins().size() + " jars trusted")
        : Outcome.found(String.join("; ", problems), "remove it, and trust your jars again");
  }
}
