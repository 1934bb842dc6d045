import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the database's programs from their jar: JAR FOLDER. */
class Unpack {
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    try (var jar = new ZipFile(args[0])) {
      var archive = jar.stream().filter(e -> e.getName().endsWith(".txz")).findFirst();
      try (InputStream packed = jar.getInputStream(archive.orElseThrow());
          var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        unpack(tar, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, Path folder) throws Exception {
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IllegalStateException("leaves its folder: " + entry.getName());
      }
      Files.createDirectories(entry.isDirectory() ? target : target.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.copy(tar, target);
        String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
      }
    }
  }
}
