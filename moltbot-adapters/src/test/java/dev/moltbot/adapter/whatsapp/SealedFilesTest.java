package dev.moltbot.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.adapter.whatsapp.SealedFiles.NotGenuine;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session on disk, in the hands of someone who can write there and has no key. */
class SealedFilesTest {
  private static final String NAME = "session/380670000001.0";

  @TempDir private Path root;

  @Test
  void keepsAValueAcrossARestart() throws IOException {
    store().put(Map.of(NAME, "a chain key", "creds", "{}"));
    assertThat(store().values(List.of(NAME, "creds", "nothing")))
        .containsExactlyInAnyOrderEntriesOf(Map.of(NAME, "a chain key", "creds", "{}"));
  }

  @Test
  void takesAValueAway() throws IOException {
    store().put(Map.of(NAME, "a chain key"));
    Map<String, @Nullable String> away = new HashMap<>();
    away.put(NAME, null);
    store().put(away);
    assertThat(store().values(List.of(NAME))).isEmpty();
  }

  @Test
  void writesNothingThatCanBeRead() throws IOException {
    store().put(Map.of(NAME, "a chain key", "creds", "a secret"));
    for (String file : link().names()) {
      String raw = new String(link().read(file).orElseThrow(), StandardCharsets.ISO_8859_1);
      assertThat(raw).doesNotContain("chain key", "secret", "380670000001");
    }
  }

  @Test
  void neverSealsTwoFilesAlike() throws IOException {
    var files = files(WhatsappRig.KEY);
    files.write("one", "the same");
    byte[] first = folder().read("one").orElseThrow();
    files.write("one", "the same");
    assertThat(folder().read("one").orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void noticesEveryChangedByte() throws IOException {
    var files = files(WhatsappRig.KEY);
    files.write("one", "a secret");
    byte[] sealed = folder().read("one").orElseThrow();
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      Files.write(folder().path().resolve("one"), changed);
      assertThatExceptionOfType(NotGenuine.class).isThrownBy(() -> files.read("one"));
    }
  }

  @Test
  void noticesAFileInThePlaceOfAnother() throws IOException {
    var files = files(WhatsappRig.KEY);
    files.write("one", "a secret");
    folder().write("two", folder().read("one").orElseThrow());
    assertThatExceptionOfType(NotGenuine.class).isThrownBy(() -> files.read("two"));
    folder().within("link-2").write("one", folder().read("one").orElseThrow());
    assertThatExceptionOfType(NotGenuine.class)
        .isThrownBy(() -> files.within("link-2").read("one"));
  }

  @Test
  void doesNotOpenWithAnotherKey() throws IOException {
    files(WhatsappRig.KEY).write("one", "a secret");
    assertThatExceptionOfType(NotGenuine.class)
        .isThrownBy(() -> files(WhatsappRig.key(2)).read("one"))
        .withMessageNotContaining("secret");
  }

  @Test
  void noticesOneFilePutBackToAnOlderState() throws IOException {
    store().put(Map.of(NAME, "first"));
    String file = bucket();
    byte[] older = link().read(file).orElseThrow();
    store().put(Map.of(NAME, "second"));
    link().write(file, older);
    assertThatExceptionOfType(NotGenuine.class).isThrownBy(this::store);
  }

  @Test
  void noticesTheListOfVersionsPutBack() throws IOException {
    store().put(Map.of(NAME, "first"));
    byte[] older = link().read(SessionStore.VERSIONS).orElseThrow();
    store().put(Map.of(NAME, "second"));
    store().put(Map.of(NAME, "third"));
    link().write(SessionStore.VERSIONS, older);
    assertThatExceptionOfType(NotGenuine.class).isThrownBy(this::store);
  }

  @Test
  void noticesAFileTakenAway() throws IOException {
    store().put(Map.of(NAME, "first"));
    link().delete(bucket());
    assertThatExceptionOfType(NotGenuine.class).isThrownBy(this::store);
  }

  /** The crash: values are written, the list of versions is not. */
  @Test
  void goesOnAfterACrashBetweenValuesAndVersions() throws IOException {
    store().put(Map.of(NAME, "first"));
    byte[] versions = link().read(SessionStore.VERSIONS).orElseThrow();
    store().put(Map.of(NAME, "second"));
    link().write(SessionStore.VERSIONS, versions);
    assertThat(store().values(List.of(NAME))).containsEntry(NAME, "second");
    store().put(Map.of(NAME, "third"));
    assertThat(store().values(List.of(NAME))).containsEntry(NAME, "third");
  }

  @Test
  void refusesAValueAndANameWithoutEnd() throws IOException {
    var store = store();
    String endless = "x".repeat(SessionStore.MAX_VALUE_CHARS + 1);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.put(Map.of("creds", endless)));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.put(Map.of("x".repeat(SessionStore.MAX_NAME_CHARS + 1), "{}")));
    assertThat(store.values(List.of("creds"))).isEmpty();
  }

  @Test
  void refusesAKeyThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> key("not base64!"));
    assertThatIllegalArgumentException().isThrownBy(() -> key(base64(new byte[16])));
    assertThatIllegalArgumentException().isThrownBy(() -> key(base64(new byte[32])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(base64("password".repeat(4).getBytes(StandardCharsets.UTF_8))));
    assertThat(WhatsappRig.KEY).hasToString("***");
  }

  private static void key(String text) {
    SessionKey.of(Secret.of(text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String bucket() throws IOException {
    return link().names().stream()
        .filter(name -> !name.equals(SessionStore.VERSIONS))
        .findFirst()
        .orElseThrow();
  }

  private SessionStore store() throws IOException {
    return SessionStore.open(files(WhatsappRig.KEY).within("link-1"));
  }

  private StateFolder link() {
    return folder().within("link-1");
  }

  private SealedFiles files(SessionKey key) {
    return new SealedFiles(folder(), key, "a place");
  }

  private StateFolder folder() {
    return new StateFolders(root).of(new ChannelId("whatsapp"));
  }
}
