package dev.moltbot.app.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes from a jar's bytes in memory: the digest was taken of these, and a file changed
 * since then changes nothing. Sees the program first and the jar second, and no other jar.
 */
final class PinnedLoader extends ClassLoader {
  private final Map<String, byte[]> entries;

  PinnedLoader(ChannelJar jar, ClassLoader program) {
    super("channel " + jar.file(), program);
    this.entries = jar.entries();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = entries.get(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    byte[] bytes = entries.get(name);
    return bytes == null ? null : url(name, bytes);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  private static URL url(String name, byte[] bytes) {
    try {
      // A space or the like in an entry's name is of no use to anybody.
      String plain = name.replaceAll("[^A-Za-z0-9/._$-]", "_");
      return URL.of(URI.create("channel:/" + plain), new InMemory(bytes));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a plain name makes an address", e);
    }
  }

  private static final class InMemory extends URLStreamHandler {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
