package dev.moltbot.export;

import dev.moltbot.mime.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Collected exports of invented people, as folders. */
public final class ChatCorpus {

  private ChatCorpus() {}

  /** Unpacks what begins so; the test is skipped where the corpus is not. */
  public static Path unpack(String prefix, Path into) throws IOException {
    Optional<Path> archive = Corpora.file("chat-exports-dev.tar.gz");
    Path corpus = archive.orElseThrow(() -> new TestAbortedException("no corpus"));
    for (Map.Entry<String, byte[]> file : Corpora.unpack(corpus).entrySet()) {
      String name = file.getKey().replaceFirst("^\\./", "");
      if (name.startsWith(prefix)) {
        Path to = into.resolve(name);
        Files.createDirectories(to.getParent());
        Files.write(to, file.getValue());
      }
    }
    return into.resolve(prefix);
  }
}
