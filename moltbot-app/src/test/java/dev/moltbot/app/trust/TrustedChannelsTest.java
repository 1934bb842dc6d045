package dev.moltbot.app.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.config.Workspace;
import dev.moltbot.channel.Channel;
import dev.moltbot.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only bytes that the owner trusted run, and whatever else is there stops the start. */
class TrustedChannelsTest {
  private static final Set<String> OURS = Set.of("MOLTBOT_DESK_TOKEN");
  private static final Jars PIGEON = Jars.pigeon();

  @TempDir private Path folder = Path.of("");
  private Workspace workspace = new Workspace(Path.of(""));
  private Path channels = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    workspace = new Workspace(folder.resolve(".openclaw"));
    channels = Files.createDirectory(folder.resolve("channels"));
    Files.createDirectory(channels.resolve("gmail"));
  }

  @Test
  void loadsWhatWasTrustedAndGivesItItsOwnSettingsOnly() throws IOException {
    String curious =
        Jars.pigeonSource()
            .replace(
                "settings.text(LOFT)",
                "settings.has(Setting.optional(\"MOLTBOT_X\", \"\", \"\")) ? \"\" : settings.text(LOFT)");
    trust(Jars.of(Jars.PIGEON, curious).to(folder.resolve("downloads/pigeon.jar")));
    TrustedChannels loaded = load();
    assertThat(loaded.problems()).isEmpty();
    Channel pigeon = loaded.channels().getFirst();
    assertThat(pigeon.name()).isEqualTo("pigeon");
    var settings = new Settings(Map.of("MOLTBOT_PIGEON_LOFT", "roof", "MOLTBOT_X", "canary"));
    assertThat(pigeon.module().apply(settings)).isNotNull();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void runsTheBytesThatWereDigestedWhateverBecomesOfTheFile() throws IOException {
    Path file = PIGEON.to(channels.resolve("pigeon.jar"));
    ChannelJar jar = ChannelJar.read(file);
    Files.writeString(file, "swapped in between");
    var asked = new JarChannels(jar, jar.pin());
    assertThat(asked.load(getClass().getClassLoader())).hasSize(1);
    assertThat(asked.problems()).isEmpty();
  }

  @Test
  void stopsAtAJarNobodyTrusted() {
    Path file = PIGEON.to(channels.resolve("pigeon.jar"));
    assertThat(problem())
        .contains("channels/pigeon.jar", ChannelJar.digest(file))
        .contains("run moltbot channels trust pigeon.jar");
  }

  @Test
  void stopsAtOneChangedByteWhereverItIs() throws IOException {
    Path file = trust(PIGEON.to(channels.resolve("pigeon.jar")));
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 50)) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(load().problems()).as("byte %d", at).hasSize(1);
      assertThat(load().channels()).isEmpty();
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    Files.write(file, longer);
    assertThat(problem())
        .contains("is not the jar that was trusted", ChannelJar.digest(file))
        .contains("moltbot channels trust pigeon.jar");
    Files.write(file, whole);
    assertThat(load().problems()).isEmpty();
  }

  @Test
  void stopsAtALockEntryWithoutItsJar() throws IOException {
    Files.delete(trust(PIGEON.to(channels.resolve("pigeon.jar"))));
    assertThat(problem())
        .contains("pigeon.jar", "cannot be read", "moltbot channels untrust pigeon.jar");
  }

  @Test
  void stopsAtALinkEvenToATrustedJar() throws IOException {
    Path file = trust(PIGEON.to(channels.resolve("pigeon.jar")));
    Path elsewhere = Files.move(file, folder.resolve("pigeon.jar"));
    Files.createSymbolicLink(file, elsewhere);
    assertThat(load().problems())
        .hasSize(2)
        .anyMatch(line -> line.contains("channels/pigeon.jar is a link"));
    assertThat(load().channels()).isEmpty();
  }

  @Test
  void stopsAtAnythingElseThere() throws IOException {
    Path stray = Files.writeString(channels.resolve("Evil.class"), "x");
    assertThat(problem()).contains("channels/Evil.class", ChannelJar.digest(stray), "remove it");
    Files.delete(stray);
    Files.createSymbolicLink(channels.resolve("viber"), folder);
    assertThat(problem()).contains("channels/viber is a link");
    Files.delete(channels.resolve("viber"));
    assertThat(load().problems()).isEmpty();
  }

  @Test
  void stopsAtAJarThatIsAFolderOrNoJar() throws IOException {
    Path file = trust(PIGEON.to(channels.resolve("pigeon.jar")));
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(problem()).contains("cannot be read");
    Files.delete(file);
    Files.writeString(file, "no jar at all");
    assertThat(problem()).contains("is not the jar that was trusted");
  }

  @Test
  void refusesAJarThatReachesIntoTheProgram() {
    byte[] some = {1};
    assertThat(against(Jars.pigeon().with("dev/moltbot/domain/Evil.class", some)))
        .contains("dev.moltbot.domain.Evil", "the program's own package");
    assertThat(against(Jars.pigeon().with("okhttp3/OkHttpClient.class", some)))
        .contains("okhttp3.OkHttpClient, which the program has, too");
    assertThat(against(Jars.pigeon().says(Attributes.Name.CLASS_PATH, "more.jar")))
        .contains("Class-Path");
    assertThat(against(Jars.empty().with("a.txt", some))).contains("names no channel");
    String greedy = Jars.pigeonSource().replace("MOLTBOT_PIGEON_LOFT", "MOLTBOT_DESK_TOKEN");
    assertThat(against(Jars.of(Jars.PIGEON, greedy)))
        .contains("asks for MOLTBOT_DESK_TOKEN, which belongs to another part");
  }

  /** Should one be trusted by a hand-written lock, it does not run either. */
  @Test
  void stopsAtAJarThatReachesIntoTheProgramThoughItIsInTheLock() throws IOException {
    trust(
        Jars.pigeon()
            .with("dev/moltbot/domain/Evil.class", new byte[] {1})
            .to(channels.resolve("pigeon.jar")));
    assertThat(problem()).contains("channels/pigeon.jar puts dev.moltbot.domain.Evil");
  }

  @Test
  void stopsAtASettingThatWasNotShown() throws IOException {
    String hiding =
        Jars.pigeonSource()
            .replace("\"MOLTBOT_PIGEON_LOFT\"", "\"MOLTBOT_\".concat(\"DESK_TOKEN\")");
    trust(Jars.of(Jars.PIGEON, hiding).to(channels.resolve("pigeon.jar")));
    assertThat(problem())
        .contains("asks for MOLTBOT_DESK_TOKEN, which was not shown when it was trusted");
  }

  @Test
  void stopsAtAChannelThatIsThereAlready() throws IOException {
    trust(PIGEON.to(channels.resolve("pigeon.jar")));
    List<Channel> there = load().channels();
    TrustedChannels again = TrustedChannels.load(workspace, there, OURS);
    assertThat(again.problems())
        .singleElement()
        .asString()
        .contains("channels/pigeon.jar brings a channel pigeon, which is there already");
    assertThat(again.channels()).isEmpty();
  }

  @Test
  void saysInOneLineThatAJarFailsAndKeepsItsWordsToItself() throws IOException {
    String failing =
        Jars.pigeonSource()
            .replace(
                "public Channel channel() {",
                "public Channel channel() { if (true) throw new IllegalStateException(\"canary\");");
    trust(Jars.of(Jars.PIGEON, failing).to(channels.resolve("pigeon.jar")));
    assertThat(problem())
        .contains("channels/pigeon.jar failed with IllegalStateException")
        .doesNotContain("canary", "\n");
  }

  @Test
  void saysThatAProviderIsNone() throws IOException {
    trust(
        Jars.empty()
            .with(Jars.SERVICES, "org.example.Nobody".getBytes(StandardCharsets.UTF_8))
            .to(channels.resolve("nobody.jar")));
    assertThat(problem()).contains("channels/nobody.jar failed with ServiceConfigurationError");
  }

  @Test
  void notesAModuleThatFailsAsAProblemOfItsSetting() throws IOException {
    String failing =
        Jars.pigeonSource()
            .replace("settings -> new PigeonModule(new", "settings -> failing(new")
            .replace(
                "static final class PigeonModule extends AbstractModule {",
                """
                static com.google.inject.Module failing(AccountId loft) {
                  throw new IllegalStateException("canary");
                }

                static final class PigeonModule extends AbstractModule {
                """);
    trust(Jars.of(Jars.PIGEON, failing).to(channels.resolve("pigeon.jar")));
    var settings = new Settings(Map.of("MOLTBOT_PIGEON_LOFT", "roof"));
    assertThat(load().channels().getFirst().module().apply(settings)).isNotNull();
    assertThat(settings.problems())
        .containsExactly(
            "MOLTBOT_PIGEON_LOFT cannot be used: channels/pigeon.jar failed with"
                + " IllegalStateException");
  }

  @Test
  void showsWhatAJarIsWithoutRunningIt() throws IOException {
    String touching =
        Jars.pigeonSource()
            .replace(
                "private static final ChannelId ID",
                "static { System.setProperty(\"pigeon.ran\", \"yes\"); }\n"
                    + "private static final ChannelId ID");
    Path file = Jars.of(Jars.PIGEON, touching).to(folder.resolve("pigeon.jar"));
    ChannelJar jar = ChannelJar.read(file);
    new Trust(workspace, OURS).trust(jar, file);
    assertThat(jar.providers()).containsExactly(Jars.PIGEON);
    assertThat(jar.settings()).containsExactly("MOLTBOT_PIGEON_LOFT");
    assertThat(jar.title()).isEqualTo("Pigeon post");
    assertThat(jar.version()).isEqualTo("1.2?[31m");
    assertThat(System.getProperty("pigeon.ran")).isNull();
    assertThat(load().channels()).hasSize(1);
    assertThat(System.clearProperty("pigeon.ran")).isEqualTo("yes");
  }

  @Test
  void readsNoLockThatOthersCanChangeAndNoneThatMakesNoSense() throws IOException {
    trust(PIGEON.to(channels.resolve("pigeon.jar")));
    Path lock = workspace.channelsLock();
    assertThat(Files.getPosixFilePermissions(lock))
        .isEqualTo(PosixFilePermissions.fromString("r--------"));
    Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(problem()).contains("can be changed by others", "chmod go-w");
    Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(lock, Files.readString(lock) + "trust everything\n");
    assertThat(problem()).contains("channels.lock:4 makes no sense");
    Path elsewhere = Files.move(lock, folder.resolve("lock"));
    Files.createSymbolicLink(lock, elsewhere);
    assertThat(problem()).contains("is a link or no file");
  }

  @Test
  void refusesAFolderOfTheLockThatOthersCanChange() throws IOException {
    trust(PIGEON.to(channels.resolve("pigeon.jar")));
    Files.setPosixFilePermissions(workspace.home(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(problem()).contains("can be changed by others");
  }

  @Test
  void keepsTheOtherJarsWhenOneIsTrustedAnewOrNoLonger() throws IOException {
    trust(PIGEON.to(channels.resolve("pigeon.jar")));
    String other = Jars.pigeonSource().replace("\"pigeon\"", "\"dove\"");
    trust(Jars.of(Jars.PIGEON, other).to(channels.resolve("dove.jar")));
    assertThat(load().channels()).extracting(Channel::name).containsExactly("pigeon", "dove");
    new Trust(workspace, OURS).untrust("pigeon.jar");
    assertThat(problem()).contains("channels/pigeon.jar", "is not trusted");
    Files.delete(channels.resolve("pigeon.jar"));
    assertThat(load().channels()).extracting(Channel::name).containsExactly("dove");
  }

  private Path trust(Path file) throws IOException {
    new Trust(workspace, OURS).trust(ChannelJar.read(file), file);
    return channels.resolve(String.valueOf(file.getFileName()));
  }

  private String against(Jars jars) {
    try {
      ChannelJar jar = ChannelJar.read(jars.to(folder.resolve("suspect.jar")));
      return String.join("\n", new Trust(workspace, OURS).against(jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrustedChannels load() {
    return TrustedChannels.load(workspace, List.of(), OURS);
  }

  private String problem() {
    TrustedChannels none = load();
    assertThat(none.channels()).isEmpty();
    assertThat(none.problems()).hasSize(1);
    return none.problems().getFirst();
  }
}
