package dev.moltbot.app.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes real jars of real classes, compiled here because the program must not have them. */
public final class Jars {
  /** A channel named {@code pigeon} with one message and one setting. */
  public static final String PIGEON = "org.example.pigeon.PigeonProvider";

  static final String SERVICES = "META-INF/services/dev.moltbot.channel.ChannelProvider";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  private Jars() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  static Jars empty() {
    return new Jars();
  }

  /** The pigeon's jar. */
  public static Jars pigeon() {
    return of(PIGEON, pigeonSource());
  }

  static String pigeonSource() {
    try (InputStream text =
        Objects.requireNonNull(Jars.class.getResourceAsStream("/jars/Pigeon.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar with this provider, compiled from its source. */
  static Jars of(String provider, String source) {
    return new Jars()
        .compiled(provider, source)
        .with(SERVICES, provider.getBytes(StandardCharsets.UTF_8))
        .says(Attributes.Name.IMPLEMENTATION_TITLE, "Pigeon post")
        .says(Attributes.Name.IMPLEMENTATION_VERSION, "1.2\u001b[31m");
  }

  Jars with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Jars says(Attributes.Name name, String value) {
    manifest.getMainAttributes().put(name, value);
    return this;
  }

  /** Writes it; returns where. */
  public Path to(Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file);
          var jar = new JarOutputStream(out, manifest)) {
        for (var entry : entries.entrySet()) {
          jar.putNextEntry(new JarEntry(entry.getKey()));
          jar.write(entry.getValue());
          jar.closeEntry();
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Jars compiled(String type, String source) {
    try {
      Path folder = Files.createTempDirectory("pigeon");
      Path file = folder.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
      Files.writeString(file, source);
      compile(folder, file);
      for (Path one : files(folder)) {
        if (one.toString().endsWith(".class")) {
          with(folder.relativize(one).toString(), Files.readAllBytes(one));
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path folder, Path file) {
    List<String> how = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "21"));
    how.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    how.addAll(List.of("-d", folder.toString(), file.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, how.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalArgumentException(file + " does not compile");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
