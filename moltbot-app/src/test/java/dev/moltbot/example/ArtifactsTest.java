package dev.moltbot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.domain.audit.AuditChain;
import dev.moltbot.port.Drafter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host program gets: modules with names, in one version, that share no package. */
class ArtifactsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path temp = Path.of("");

  @Test
  void areAllInTheBillOfMaterials() throws IOException {
    String bom = Files.readString(ROOT.resolve("moltbot-bom/pom.xml"));
    var modules = new TreeSet<>(named(Files.readString(ROOT.resolve("pom.xml")), "module"));
    assertThat(modules.remove("moltbot-bom")).isTrue();
    assertThat(modules.remove("security")).isTrue(); // An image, no library.
    assertThat(named(bom, "artifactId")).containsAll(modules);
  }

  @Test
  void shareNoPackage() throws IOException {
    var seen = new TreeSet<String>();
    for (String module : List.of("domain", "ports", "adapters", "app")) {
      Path sources = ROOT.resolve("moltbot-" + module + "/src/main/java");
      for (String folder : packages(sources)) {
        assertThat(seen.add(folder)).as(folder + " in moltbot-" + module).isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void canBeRequiredByAModule() throws Exception {
    Path domain = jar(AuditChain.class);
    Path ports = jar(Drafter.class);
    assumeTrue(
        domain.toString().endsWith(".jar") && ports.toString().endsWith(".jar"),
        "skipped: the jars are not built yet; mvn verify builds them first");
    assertThat(moduleName(domain)).isEqualTo("dev.moltbot.domain");
    assertThat(moduleName(ports)).isEqualTo("dev.moltbot.ports");
    Path consumer =
        Files.writeString(
            temp.resolve("module-info.java"),
            "@SuppressWarnings(\"requires-automatic\") module host {"
                + " requires dev.moltbot.domain; requires dev.moltbot.ports; }");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                temp.toString(),
                "-p",
                domain + ":" + ports,
                consumer.toString());
    assertThat(result).isZero();
  }

  private static Path jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String moduleName(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
    }
  }

  private static List<String> named(String pom, String element) {
    return Pattern.compile("<" + element + ">([^<]+)</" + element + ">")
        .matcher(pom)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static List<String> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file.getParent()).toString())
          .distinct()
          .toList();
    }
  }
}
