package dev.moltbot.app.inspection.deep.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.port.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, archives, histories, images and tables are read to their last byte. */
class PlacesTest {
  private static final String VALUE = Samples.letters(40, 99);
  private static final byte[] LEAK = ("a\nb " + VALUE + "\n").getBytes(UTF_8);

  @TempDir Path folder;
  private final Searched into = Search.of(Map.of("MOLTBOT_KEY", VALUE)).begin();

  @Test
  void readsFilesAndWhatIsPackedInThem() throws IOException {
    write("logs/a.log", LEAK);
    write("b.gz", gzip(LEAK));
    write("c.tar.gz", gzip(tar("inside/x.txt", zip("deep/y.txt", LEAK))));
    new Folder(folder, file -> false).search(into);
    String top = folder.getFileName() + "/";
    assertThat(into.hits())
        .extracting(Hit::place)
        .containsExactlyInAnyOrder(
            top + "logs/a.log", top + "b.gz", top + "c.tar.gz!/inside/x.txt!/deep/y.txt");
    assertThat(into.hits()).allMatch(hit -> hit.line() == 2 && hit.what().equals("MOLTBOT_KEY"));
  }

  @Test
  void followsNoLinkAndLeavesOutWhatItIsTold() throws IOException {
    write("outside/a.log", LEAK);
    write("home/.env", LEAK);
    Files.createSymbolicLink(folder.resolve("home/link"), folder.resolve("outside"));
    new Folder(folder.resolve("home"), file -> file.endsWith(".env")).search(into);
    new Folder(folder.resolve("nowhere"), file -> false).search(into);
    assertThat(into.hits()).isEmpty();
  }

  @Test
  void namesAnArchiveThatIsBrokenAndLetsAnEncryptedOneBe() throws IOException {
    byte[] half = gzip(new byte[100_000]);
    write("half.gz", Arrays.copyOf(half, half.length / 2));
    write("a.age", ("age-encryption.org/v1\n" + VALUE).getBytes(UTF_8));
    new Folder(folder, file -> false).search(into);
    assertThat(into.hits()).isEmpty();
    assertThat(into.unread()).hasSize(1).allMatch(line -> line.contains("half.gz"));
  }

  @Test
  void givesUpAnArchiveWithTooMuchInIt() throws IOException {
    new Contents(into, 50_000).of(new ByteArrayInputStream(gzip(new byte[100_000])), "bomb.gz");
    assertThat(into.unread()).containsExactly("bomb.gz: cannot be read to its end (TooLarge)");
  }

  @Test
  void readsAHistoryWithWhatNoBranchLeadsTo() throws Exception {
    assumeTrue(git("init", "-q"), "git is not installed");
    write("note.txt", LEAK);
    git("add", ".");
    git("commit", "-qm", "one");
    write("note.txt", "clean".getBytes(UTF_8));
    git("commit", "-qam", "two", "--amend");
    assertThat(History.around(folder.resolve("a/b"))).contains(folder);
    assertThat(History.search(folder, into)).isEmpty();
    assertThat(into.hits()).hasSize(1).allMatch(hit -> hit.place().startsWith("blob "));
    assertThat(into.hits().getFirst().line()).isEqualTo(2);
  }

  @Test
  void saysWhyAHistoryCannotBeRead() throws Exception {
    assumeTrue(git("version"), "git is not installed");
    Files.createDirectory(folder.resolve(".git"));
    assertThat(History.search(folder, into)).contains("status 128");
  }

  @Test
  void readsEveryLayerOfAnImage() throws Exception {
    byte[] image = tar("blobs/sha256/abc", tar("etc/moltbot", LEAK));
    String head = "HTTP/1.0 200 OK\r\nContent-Type: application/x-tar\r\n\r\n";
    assertThat(asked(head, image)).isEmpty();
    assertThat(into.hits())
        .containsExactly(
            new Hit("image mine!/blobs/sha256/abc!/etc/moltbot", 2, "MOLTBOT_KEY", true));
  }

  @Test
  void saysWhyAnImageCannotBeRead() throws Exception {
    assertThat(asked("HTTP/1.0 404 Not Found\r\n\r\n", new byte[0])).contains("no image mine");
    assertThat(Image.search(folder.resolve("none.sock"), "mine", into)).contains("no engine");
  }

  @Test
  void readsEveryRow() {
    Tables.search(
        sink -> {
          var one = new Snapshots.Table("message", List.of("text"));
          sink.begin(new Snapshots.Layout("1", List.of(one)));
          sink.rows(one, LEAK, 4);
          byte[] rest = new String(LEAK, UTF_8).substring(4).getBytes(UTF_8);
          sink.rows(one, rest, rest.length);
          sink.end(one, 2);
        },
        into);
    assertThat(into.hits()).containsExactly(new Hit("table message", 2, "MOLTBOT_KEY", true));
  }

  private String asked(String head, byte[] body) throws Exception {
    Path socket = folder.resolve("e.sock");
    Files.deleteIfExists(socket);
    try (var engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.bind(UnixDomainSocketAddress.of(socket));
      var answering = Thread.startVirtualThread(() -> answer(engine, head, body));
      String why = Image.search(socket, "mine", into);
      answering.join();
      return why;
    }
  }

  private static void answer(ServerSocketChannel engine, String head, byte[] body) {
    try (SocketChannel client = engine.accept()) {
      client.read(ByteBuffer.allocate(1_000));
      client.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
      var rest = ByteBuffer.wrap(body);
      while (rest.hasRemaining()) {
        client.write(rest);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent() == null ? folder : file.getParent());
    Files.write(file, content);
  }

  private boolean git(String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=n", "-c", "user.email=n@example.org"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      var entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
