package dev.moltbot.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.AccountState;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each state a channel can be in, and what is said about it. */
class SurveyTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final ChannelId ID = new ChannelId("pigeon");
  private static final Setting LOFT = Setting.required("MOLTBOT_PIGEON_LOFT", "where they live");
  private static final Setting KEY = Setting.secret("MOLTBOT_PIGEON_KEY", "the key to it");
  private static final Channel PIGEON =
      new Channel(
          ID,
          "carrier pigeons",
          new Capabilities(
              Capabilities.Reading.POLLED,
              Capabilities.Sending.DIRECT,
              TextLimit.bytes(80),
              ReplyWindow.ALWAYS,
              Set.of()),
          List.of(LOFT, KEY),
          settings -> {
            settings.text(LOFT);
            settings.secret(KEY);
            return binder -> {};
          },
          Rehearsal.NONE);

  private final Map<String, String> values =
      new LinkedHashMap<>(Map.of(LOFT.key(), "roof", KEY.key(), "canary"));
  private final List<AccountState> states = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();

  @Test
  void knowsAChannelNobodySetUpAndWhatItWouldNeed() {
    values.clear();
    ChannelRow row = row();
    assertThat(row.standing().word()).isEqualTo("not-configured");
    assertThat(row.missing()).containsExactly(LOFT.key(), KEY.key());
    assertThat(row.wrong()).isFalse();
    assertThat(row.askable()).isFalse();
    assertThat(notes(row)).containsExactly("needs MOLTBOT_PIGEON_LOFT, MOLTBOT_PIGEON_KEY");
  }

  @Test
  void knowsAChannelThatIsHalfSetUp() {
    values.remove(KEY.key());
    ChannelRow row = row();
    assertThat(row.standing().word()).isEqualTo("misconfigured");
    assertThat(row.set()).containsExactly(LOFT);
    assertThat(row.wrong()).isTrue();
    assertThat(row.askable()).isFalse();
    assertThat(notes(row)).containsExactly("MOLTBOT_PIGEON_KEY is not set: the key to it");
  }

  @Test
  void sendsToTheLoginForWhatALoginKeeps() {
    var kept = new ArrayList<>(PIGEON.settings());
    kept.set(1, KEY.keptIn("key"));
    var channel =
        new Channel(PIGEON.id(), "", PIGEON.can(), kept, PIGEON.module(), PIGEON.rehearsal());
    values.remove(KEY.key());
    ChannelRow row =
        new Survey(values, states, alerts, NOW).row(channel, "", c -> Optional.empty());
    assertThat(Note.about(row))
        .singleElement()
        .extracting(Note::remedy)
        .isEqualTo("run moltbot channels login pigeon");
  }

  @Test
  void knowsAChannelThatWasNeverRead() {
    assertThat(row().standing()).isEqualTo(new Standing.NeverRead());
    states.add(state("roof", null, null, ""));
    assertThat(row().standing()).isEqualTo(new Standing.NeverRead());
    assertThat(row().account()).isEqualTo("roof");
    assertThat(row().wrong()).isFalse();
  }

  @Test
  void knowsAChannelThatWorksAndOneThatWentQuiet() {
    Instant almost = NOW.minus(Standing.QUIET).plusSeconds(1);
    states.add(state("roof", NOW, almost, ""));
    assertThat(row().standing()).isEqualTo(new Standing.Working());
    assertThat(notes(row())).isEmpty();
    states.clear();
    states.add(state("roof", NOW, NOW.minus(Duration.ofDays(12)), ""));
    assertThat(row().standing()).isEqualTo(new Standing.Quiet(Duration.ofDays(12)));
    assertThat(notes(row())).containsExactly("nothing came for 12 days");
    assertThat(row().wrong()).isFalse();
  }

  @Test
  void measuresQuietFromTheCursorWhereThereIsNoMessage() {
    states.add(state("roof", NOW.minus(Standing.QUIET), null, ""));
    assertThat(row().standing()).isInstanceOf(Standing.Quiet.class);
  }

  @Test
  void knowsAChannelThatStoppedAndSaysItOnce() {
    states.add(state("roof", NOW, NOW, "the loft is locked"));
    alerts.add(alert(Alert.Kind.CHANNEL_STOPPED, "channel pigeon:roof", "stopped: locked"));
    assertThat(row().wrong()).isTrue();
    assertThat(Note.about(row())).containsExactly(new Note("the loft is locked", "open it"));
  }

  @Test
  void repeatsAlertsAboutTheAccountAndNoOther() {
    states.add(state("roof", NOW, NOW, ""));
    alerts.add(alert(Alert.Kind.FLOW_STOPPED, "channel pigeon:roof", "linked anew"));
    alerts.add(alert(Alert.Kind.FLOW_STOPPED, "channel pigeon:barn", "somewhere else"));
    assertThat(notes(row())).containsExactly("linked anew");
  }

  @Test
  void judgesTheAccountThatIsSetUpAndNotTheOneBeforeIt() {
    states.add(state("barn", NOW.plusSeconds(1), NOW, "the barn burnt down"));
    states.add(state("roof", NOW, NOW, ""));
    assertThat(row().standing()).isEqualTo(new Standing.Working());
    assertThat(row().account()).isEqualTo("roof");
  }

  @Test
  void takesTheAccountReadLastWhereTheChannelCannotBeAskedForIt() {
    states.add(state("barn", NOW.minusSeconds(1), NOW, "the barn burnt down"));
    states.add(state("roof", NOW, NOW, ""));
    ChannelRow row = new Survey(values, states, alerts, NOW).row(PIGEON, "", c -> Optional.empty());
    assertThat(row.account()).isEqualTo("roof");
    assertThat(row.standing()).isEqualTo(new Standing.Working());
  }

  @Test
  void countsWhatCouldNotBeReadAndWhatTheServiceSaid() {
    states.add(new AccountState(new AccountId(ID, "roof"), NOW, NOW, null, 9, 3, "", ""));
    assertThat(notes(row()))
        .containsExactly("3 messages could not be read and were set aside, whole");
    assertThat(row().with(new Health.Fine("all home")).wrong()).isFalse();
    ChannelRow missing = row().with(new Health.Missing("the key", "turn it"));
    assertThat(missing.wrong()).isTrue();
    assertThat(Note.about(missing)).contains(new Note("missing: the key", "turn it"));
    assertThat(row().with(new Health.Unreachable("fog")).wrong()).isTrue();
  }

  @Test
  void neverShowsAValue() {
    assertThat(row() + notes(row()).toString()).doesNotContain("canary");
  }

  private ChannelRow row() {
    return new Survey(values, states, alerts, NOW).row(PIGEON, "", c -> Optional.of("roof"));
  }

  private static List<String> notes(ChannelRow row) {
    return Note.about(row).stream().map(Note::what).toList();
  }

  private static Alert alert(Alert.Kind kind, String key, String words) {
    return new Alert(kind, key, words);
  }

  private static AccountState state(
      String name, @Nullable Instant cursorAt, @Nullable Instant lastRead, String stopped) {
    return new AccountState(
        new AccountId(ID, name), cursorAt, lastRead, null, 1, 0, stopped, "open it");
  }
}
