package dev.moltbot.app.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A jar, read once: what is shown to the owner, digested and loaded are these bytes. Reading it
 * runs nothing of it.
 */
public final class ChannelJar {
  /** Largest jar, in bytes. */
  public static final long MAX_BYTES = 64 << 20;

  /** Most bytes in all of its entries, unpacked. */
  static final long MAX_UNPACKED_BYTES = 256 << 20;

  static final int MAX_ENTRIES = 20_000;

  /** Longest word of a manifest shown to the owner, in characters. */
  private static final int MAX_SHOWN_CHARS = 80;

  private static final String SERVICES = "META-INF/services/dev.moltbot.channel.ChannelProvider";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final String file;
  private final byte[] bytes;
  private final Map<String, byte[]> entries;

  private ChannelJar(String file, byte[] bytes, Map<String, byte[]> entries) {
    this.file = file;
    this.bytes = bytes;
    this.entries = entries;
  }

  /**
   * Reads it, through no link.
   *
   * @throws IOException also when it is over a limit or no jar
   */
  public static ChannelJar read(Path file) throws IOException {
    return of(String.valueOf(file.getFileName()), PrivateFile.read(file, MAX_BYTES));
  }

  /** A jar of bytes that were read already. */
  static ChannelJar of(String file, byte[] bytes) throws IOException {
    return new ChannelJar(file, bytes, unpack(bytes));
  }

  /** The digest of a file whatever it is; empty when it cannot be read or is too large. */
  static String digest(Path file) {
    try {
      return sha256(PrivateFile.read(file, MAX_BYTES));
    } catch (IOException e) {
      return "";
    }
  }

  private static Map<String, byte[]> unpack(byte[] bytes) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    long left = MAX_UNPACKED_BYTES;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
        left -= content.length;
        if (left < 0 || entries.size() >= MAX_ENTRIES) {
          throw new IOException("unpacks to too much");
        }
        // Of two entries with one name a tool that shows it may take the other.
        if (entries.put(entry.getName(), content) != null) {
          throw new IOException("holds two entries with one name");
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("is no jar", e);
    }
    return entries;
  }

  public String file() {
    return file;
  }

  public long size() {
    return bytes.length;
  }

  public String sha256() {
    return sha256(bytes);
  }

  /** The line of the lock that trusts exactly this jar. */
  public Pin pin() {
    return new Pin(sha256(), size(), file, List.copyOf(settings()));
  }

  /** Who is asked for its channel; classes it names, not yet loaded. */
  public List<String> providers() {
    byte[] named = entries.getOrDefault(SERVICES, new byte[0]);
    return new String(named, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Names of settings that stand in its classes, and so all that it can ask for. */
  public Set<String> settings() {
    var names = new TreeSet<String>();
    entries.forEach((name, content) -> {
      if (name.endsWith(".class")) {
        names.addAll(Constants.settings(content));
      }
    });
    return names;
  }

  /** What the manifest calls it; its own words, cut and harmless to show. */
  public String title() {
    return shown(Attributes.Name.IMPLEMENTATION_TITLE);
  }

  public String version() {
    return shown(Attributes.Name.IMPLEMENTATION_VERSION);
  }

  private String shown(Attributes.Name name) {
    String value = String.valueOf(manifest().getOrDefault(name, ""));
    String plain = value.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return plain.substring(0, Math.min(plain.length(), MAX_SHOWN_CHARS));
  }

  /** Whether it names further jars to be loaded with it, which nobody would have looked at. */
  boolean wantsOthers() {
    return manifest().containsKey(Attributes.Name.CLASS_PATH);
  }

  private Attributes manifest() {
    for (var entry : entries.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(MANIFEST)) {
        try {
          return new Manifest(new ByteArrayInputStream(entry.getValue())).getMainAttributes();
        } catch (IOException e) {
          return new Attributes();
        }
      }
    }
    return new Attributes();
  }

  Map<String, byte[]> entries() {
    return entries;
  }

  /** Puts exactly these bytes there. */
  void copyTo(Path target) throws IOException {
    PrivateFile.write(target, bytes, "rw-------");
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
