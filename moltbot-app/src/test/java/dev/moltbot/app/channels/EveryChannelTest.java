package dev.moltbot.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.LoneChannel;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.SettableTime;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is installed can be shown and asked, before the first start and beside a run. */
class EveryChannelTest {
  /** Stores that nobody may ask anything: a check needs none. */
  private static final Module STORES =
      binder -> {
        binder.bind(Alerts.class).toInstance(untouched(Alerts.class));
        binder.bind(AuditLog.class).toInstance(untouched(AuditLog.class));
      };

  private static <T> T untouched(Class<T> store) {
    return store.cast(
        Proxy.newProxyInstance(
            store.getClassLoader(),
            new Class<?>[] {store},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for " + method.getName());
            }));
  }

  @TempDir private Path folder = Path.of("");

  @Test
  void saysWhatItNeedsWhenNothingIsSet() {
    var survey = new Survey(Map.of(), List.of(), List.of(), SettableTime.NOON);
    for (Channel channel : Installed.CHANNELS) {
      ChannelRow row = survey.row(channel, "", one -> Optional.empty());
      assertThat(row.standing()).isInstanceOf(Standing.NotConfigured.class);
      assertThat(row.missing()).as(channel.name()).isNotEmpty();
      assertThat(Note.about(row)).as(channel.name()).hasSize(1);
    }
  }

  @Test
  void answersByItselfOnItsServicePlayedOnLoopback() throws InterruptedException {
    var asked = new AtomicInteger();
    for (Channel channel : Installed.CHANNELS) {
      try (Rehearsal.Stage stage = channel.rehearsal().open().orElse(null)) {
        if (stage != null) {
          answers(channel, stage.settings());
          asked.incrementAndGet();
        }
      }
    }
    assertThat(asked).hasPositiveValue();
  }

  private void answers(Channel channel, Map<String, String> values) throws InterruptedException {
    var settings = new Settings(values);
    var module = channel.module().apply(settings);
    assertThat(settings.problems()).as(channel.name()).isEmpty();
    var folders = new StateFolders(folder);
    try (LoneChannel alone = LoneChannel.of(module, List.of(STORES), folders, call -> {})) {
      assertThat(alone.checks()).as(channel.name()).hasSize(1);
      ChannelCheck check = alone.checks().iterator().next();
      assertThat(check.account().channel()).isEqualTo(channel.id());
      Health health = Probe.ask(Map.of(channel, check), Probe.LIMIT).get(channel);
      assertThat(health).as(channel.name()).isNotInstanceOf(Health.Unreachable.class);
      assertShown(channel, values, check);
    }
  }

  private static void assertShown(Channel channel, Map<String, String> values, ChannelCheck check) {
    var survey = new Survey(values, List.of(), List.of(), SettableTime.NOON);
    ChannelRow row = survey.row(channel, "", one -> Optional.of(check.account().name()));
    assertThat(row.standing()).as(channel.name()).isEqualTo(new Standing.NeverRead());
    assertThat(row.missing()).as(channel.name()).isEmpty();
    assertThat(row.wrong()).isFalse();
  }
}
