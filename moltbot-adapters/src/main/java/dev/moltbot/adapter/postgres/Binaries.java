package dev.moltbot.adapter.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, in a folder of our own. A folder that is there under its final name was
 * unpacked to the end; whether it still is whole is checked at every start, file by file, by size.
 */
record Binaries(Path root) {
  private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");
  private static final String LISTING = "complete";
  private static final String SCRATCH = "unpacking-";

  Path program(String name) {
    return root.resolve("bin").resolve(name);
  }

  /** Programs that somebody else unpacked: an image that ships them, or a system's package. */
  static Binaries at(Path given) throws IOException {
    Binaries binaries = new Binaries(given);
    for (String name : PROGRAMS) {
      if (!Files.isExecutable(binaries.program(name))) {
        throw new PostgresModule.CannotStart(
            "no program "
                + binaries.program(name)
                + ": set "
                + PostgresConfig.PROGRAMS.key()
                + " to the folder that has bin/postgres in it, or take it out");
      }
    }
    return new Binaries(given.toRealPath());
  }

  /** The programs from the jar, unpacked into the folder unless they are there already. */
  static Binaries bundled(Path folder, Platform platform) throws IOException {
    URL archive = Binaries.class.getResource(platform.resource());
    if (archive == null) {
      throw new PostgresModule.CannotStart(
          "no PostgreSQL for this machine: add the jar "
              + platform.artifact()
              + " to the class path, or set MOLTBOT_DATABASE_URL");
    }
    URLConnection connection = archive.openConnection();
    Path root = folder.resolve("server-" + fingerprint(connection));
    if (!intact(root)) {
      unpack(connection, folder, root);
    }
    return new Binaries(root);
  }

  /**
   * The programs in a folder of their own, for many data folders: unpacking is half of a first
   * start. Beside the data while another start has that folder to itself.
   */
  static Binaries kept(Path wanted, Path beside, Platform platform) throws IOException {
    Path folder = PrivateFiles.folder(wanted);
    Optional<FolderLock> lock = FolderLock.tryTake(folder);
    if (lock.isEmpty()) {
      return bundled(beside, platform);
    }
    try {
      return bundled(folder, platform);
    } finally {
      lock.get().close();
    }
  }

  /** Taken from the jar's directory, so that an ordinary start does not read 15 MB to hash them. */
  private static String fingerprint(URLConnection connection) throws IOException {
    long mark =
        connection instanceof JarURLConnection jar
            ? jar.getJarEntry().getCrc()
            : connection.getContentLengthLong();
    return HexFormat.of().toHexDigits(mark, 8);
  }

  private static void unpack(URLConnection connection, Path folder, Path root) throws IOException {
    PrivateFiles.sweep(folder, SCRATCH);
    Path scratch = PrivateFiles.scratch(folder, SCRATCH);
    try (InputStream packed = new BufferedInputStream(connection.getInputStream());
        InputStream tar = new XZInputStream(packed)) {
      String listing = Unpacking.into(scratch, tar);
      Files.writeString(scratch.resolve(LISTING), listing, StandardCharsets.UTF_8);
    }
    if (Files.exists(root)) {
      PrivateFiles.delete(root);
    }
    PrivateFiles.move(scratch, root);
  }

  private static boolean intact(Path root) throws IOException {
    Path listing = root.resolve(LISTING);
    return Files.isRegularFile(listing)
        && Files.readAllLines(listing).stream().allMatch(line -> matches(root, line));
  }

  private static boolean matches(Path root, String line) {
    int gap = line.indexOf(' ');
    Path file = root.resolve(line.substring(gap + 1));
    return file.toFile().length() == Long.parseLong(line.substring(0, gap));
  }
}
