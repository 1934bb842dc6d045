package dev.moltbot.app.inspection;

import dev.moltbot.app.inspection.deep.secret.Folder;
import dev.moltbot.app.inspection.deep.secret.History;
import dev.moltbot.app.inspection.deep.secret.Hit;
import dev.moltbot.app.inspection.deep.secret.Image;
import dev.moltbot.app.inspection.deep.secret.Searched;
import dev.moltbot.app.inspection.deep.secret.Tables;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import dev.moltbot.state.StateFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Credentials where none belongs. Where they belong is {@code .env}, whose rights and copies are
 * other checks' matter, and the files that a login keeps in its channel's folder.
 */
final class Leaks {
  /** Hits named; who has more mends these first. */
  private static final int SHOWN = 3;

  private static final String IMAGE = "moltbot-sandbox";

  /** Anybody may write such a thing, and must not be able to make the audit fail. */
  private static final String STRANGERS =
      "none of them is in use; if one was yours, see that it was revoked";

  private static final String REVOKE =
      ", then revoke the credential and make a new one: whoever could read it may have it";

  static final List<Check> CHECKS =
      List.of(
          leak("logs", "logs", Leaks::logs),
          leak("reports", "reports", Leaks::reports),
          leak("backups", "backups that are not encrypted", Leaks::backups),
          leak("database", "the database", Leaks::database),
          leak("channels", "what channels keep, but for their own logins,", Leaks::channels),
          leak("home", "the rest of the workspace", Leaks::home),
          leak("history", "the repository's history", Leaks::history),
          leak("image", "the image", Leaks::image));

  private Leaks() {}

  /** Searches one kind of place. */
  private interface Place {
    /** Why nothing could be searched, or empty. */
    String search(Scene scene, Searched into) throws IOException, InterruptedException;
  }

  private static Check leak(String id, String where, Place place) {
    return Check.critical(
            "secrets.in-" + id,
            "no credential is in " + where,
            "who may read that may not use your accounts, and copies of it are where nobody looks",
            scene -> {
              Searched searched = LookedFor.in(scene).begin();
              String why = place.search(scene, searched);
              return judged(searched, why, id);
            })
        .onlyDeep();
  }

  private static Outcome judged(Searched searched, String why, String id) {
    List<Hit> hits = searched.hits();
    List<Hit> inUse = hits.stream().filter(Hit::inUse).toList();
    if (id.equals("database") && inUse.isEmpty() && !hits.isEmpty()) {
      return Outcome.mild(named(hits), STRANGERS);
    }
    if (!hits.isEmpty()) {
      List<Hit> first = inUse.isEmpty() ? hits : inUse;
      return Outcome.found(named(first), remedy(id, first.getFirst()) + REVOKE);
    }
    if (!searched.unread().isEmpty()) {
      String seen = searched.unread().stream().limit(SHOWN).collect(Collectors.joining("; "));
      return Outcome.mild("not searched: " + seen, "let me read it, or take it away");
    }
    return why.isEmpty()
        ? Outcome.fine(searched.streams() + " files, " + (searched.bytes() >> 20) + " MiB")
        : Outcome.unknown(why);
  }

  private static String named(List<Hit> hits) {
    return hits.stream().limit(SHOWN).map(Hit::toString).collect(Collectors.joining("; "))
        + (hits.size() > SHOWN ? "; and " + (hits.size() - SHOWN) + " more" : "");
  }

  private static String remedy(String id, Hit hit) {
    return switch (id) {
      case "history" -> {
        String object = hit.place().substring(hit.place().indexOf(' ') + 1).replaceAll("!.*", "");
        yield "git log --all --find-object=" + object + " names the commit; take it out";
      }
      case "image" -> "build the image anew from a clean checkout";
      case "backups" -> "encrypt it (age) or delete it";
      case "database" -> "if somebody wrote it, moltbot contacts forget NAME erases that person";
      default -> "delete the file or the line";
    };
  }

  private static String logs(Scene scene, Searched into) throws IOException {
    return folder(scene.workspace().logs(), Leaks::none, into);
  }

  private static String reports(Scene scene, Searched into) throws IOException {
    return folder(scene.workspace().reports(), Leaks::none, into);
  }

  private static String backups(Scene scene, Searched into) throws IOException {
    return folder(scene.workspace().backups(), Leaks::none, into);
  }

  /**
   * Its rows while it runs, where long texts are packed, and its files in any case: they keep for a
   * while what was deleted.
   */
  private static String database(Scene scene, Searched into) throws IOException {
    var rows = scene.snapshots();
    rows.ifPresent(all -> Tables.search(all, into));
    String why = folder(scene.workspace().data(), Leaks::none, into);
    return rows.isPresent() ? "" : why;
  }

  private static String channels(Scene scene, Searched into) throws IOException {
    Path folder = scene.workspace().channels();
    Set<Path> kept =
        Installed.CHANNELS.stream()
            .flatMap(channel ->
                channel.settings().stream()
                    .map(Setting::kept)
                    .filter(file -> !file.isEmpty())
                    .map(new StateFolders(folder).of(channel.id()).path()::resolve))
            .collect(Collectors.toSet());
    return folder(folder, kept::contains, into);
  }

  private static String home(Scene scene, Searched into) throws IOException {
    var workspace = scene.workspace();
    List<Path> elsewhere =
        List.of(
            workspace.logs(),
            workspace.reports(),
            workspace.backups(),
            workspace.data(),
            workspace.channels());
    return folder(
        scene.home(), file -> elsewhere.contains(file) || isSettings(scene.home(), file), into);
  }

  /** {@code .env} and its copies, which another check names. */
  private static boolean isSettings(Path home, Path file) {
    return home.equals(file.getParent()) && file.getFileName().toString().startsWith(".env");
  }

  private static String history(Scene scene, Searched into) throws InterruptedException {
    Set<Path> repositories =
        Stream.of(scene.site().folder(), scene.site().checkout(), scene.home())
            .flatMap(folder -> History.around(folder).stream())
            .collect(Collectors.toSet());
    String why = repositories.isEmpty() ? "there is no repository here" : "";
    for (Path repository : repositories) {
      String fault = History.search(repository, into);
      why = fault.isEmpty() ? why : fault;
    }
    return why;
  }

  /** What it is made of, and where there is an engine, itself. */
  private static String image(Scene scene, Searched into) throws IOException {
    Path made = scene.site().checkout().resolve("security/image");
    boolean there = Files.isDirectory(made);
    if (there) {
      new Folder(made, Leaks::none).search(into);
    }
    String why = Image.search(scene.site().engine(), IMAGE, into);
    return there ? "" : why;
  }

  private static String folder(Path folder, Predicate<Path> leftOut, Searched into)
      throws IOException {
    if (!Files.exists(folder)) {
      return "there is none yet";
    }
    new Folder(folder, leftOut).search(into);
    return "";
  }

  private static boolean none(Path file) {
    return false;
  }
}
