package dev.moltbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader who follows a link arrives somewhere, and finds every decision in its list. */
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");

  @TempDir private Path temp = Path.of("");

  @Test
  void leadSomewhere() throws IOException {
    var pages = new ArrayList<Path>(List.of(ROOT.resolve("README.md")));
    pages.add(ROOT.resolve("security/README.md"));
    pages.addAll(pagesIn(ROOT.resolve("docs")));
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages.stream().flatMap(page -> broken(page).stream())).isEmpty();
  }

  @Test
  void areSeenToBeBroken() throws IOException {
    Path page = Files.writeString(temp.resolve("page.md"), "[a](page.md) [b](gone.md#x)");
    assertThat(broken(page)).singleElement().asString().endsWith("gone.md");
  }

  @Test
  void nameEveryDecision() throws IOException {
    Path folder = ROOT.resolve("docs/adr");
    String index = Files.readString(folder.resolve("README.md"));
    for (Path decision : pagesIn(folder)) {
      String name = decision.getFileName().toString();
      assertThat(name.equals("README.md") || index.contains("(" + name + ")")).as(name).isTrue();
    }
  }

  private static List<Path> pagesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static List<String> broken(Path page) {
    try {
      return LINK.matcher(Files.readString(page))
          .results()
          .map(link -> page.resolveSibling(link.group(1)).normalize())
          .filter(target -> !Files.exists(target))
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw new AssertionError("cannot read " + page, e);
    }
  }
}
