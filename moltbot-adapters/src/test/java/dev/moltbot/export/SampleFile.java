package dev.moltbot.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An export made up by a test, for tests of formats. */
@SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
public record SampleFile(String name, byte[] content, List<ExportFile> siblings)
    implements ExportFile {

  /** One file in UTF-8. */
  public static SampleFile of(String name, String text) {
    return new SampleFile(name, text.getBytes(StandardCharsets.UTF_8), List.of());
  }

  @Override
  public long bytes() {
    return content.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public String contentKey() throws IOException {
    return Digests.measure(open()).key();
  }
}
