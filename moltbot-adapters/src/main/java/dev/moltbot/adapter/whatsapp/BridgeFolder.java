package dev.moltbot.adapter.whatsapp;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the bridge lies when the owner does not say: in the checkout, or beside the program. */
final class BridgeFolder {
  private static final List<String> PLACES =
      List.of("moltbot-adapters/whatsapp-bridge", "whatsapp-bridge");

  /** How far up from the program it is looked for. */
  private static final int MAX_STEPS = 5;

  private BridgeFolder() {}

  /**
   * The folder nearest above the program that this class came with; a plain guess where none is.
   */
  static Path beside(Class<?> type) {
    @Nullable Path from = placeOf(type);
    for (int step = 0; step < MAX_STEPS && from != null; step++, from = from.getParent()) {
      for (String place : PLACES) {
        if (Files.isRegularFile(from.resolve(place).resolve("package.json"))) {
          return from.resolve(place);
        }
      }
    }
    return Path.of(PLACES.getLast());
  }

  private static @Nullable Path placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
