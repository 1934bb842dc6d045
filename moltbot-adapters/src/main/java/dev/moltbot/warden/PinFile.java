package dev.moltbot.warden;

import dev.moltbot.domain.egress.Addressee;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the file of {@link Pins}: no value stands in it, only the SHA-256 of each. */
public final class PinFile {
  private PinFile() {}

  /**
   * Pins what the list names and the owner has set; the file is replaced.
   *
   * @param values settings and their values
   * @return the settings that are pinned
   * @throws IOException when it cannot be written
   */
  public static List<String> write(AllowList list, Map<String, String> values, Path file)
      throws IOException {
    List<String> pinned =
        named(list).filter(setting -> !values.getOrDefault(setting, "").isBlank()).toList();
    String text =
        pinned.stream()
            .map(setting -> setting + " " + Digest.of(values.getOrDefault(setting, "")) + "\n")
            .collect(Collectors.joining());
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling(".").normalize();
    Files.createDirectories(folder);
    Files.writeString(target, text);
    // The gateway reads it as a user of its own; from a digest no key comes back.
    allow(folder, "rwxr-xr-x");
    allow(target, "rw-r--r--");
    return pinned;
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Every setting that a key, a path or an addressee names, once. */
  static Stream<String> named(AllowList list) {
    Stream<String> keys =
        list.endpoints().stream()
            .flatMap(one -> one.keys().stream())
            .map(Key::source)
            .flatMap(source ->
                source instanceof Key.Source.Set set ? Stream.of(set.setting()) : Stream.of());
    Stream<String> rules =
        list.endpoints().stream()
            .flatMap(one -> one.rules().stream())
            .flatMap(rule -> Stream.of(rule.path().setting(), owner(rule.to())));
    return Stream.concat(keys, rules).filter(setting -> !setting.isEmpty()).distinct().sorted();
  }

  private static String owner(Addressee to) {
    return to instanceof Addressee.Owner owner ? owner.setting() : "";
  }
}
