package dev.moltbot.app.onboarding;

import com.google.inject.multibindings.Multibinder;
import dev.moltbot.app.trust.Pin;
import dev.moltbot.app.trust.TrustedChannels;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Login;
import dev.moltbot.channel.Rehearsal;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A channel that is nobody's, with a setting of each kind and a login. */
final class Pigeons {
  static final Setting LOFT = Setting.required("MOLTBOT_PIGEON_LOFT", "where they live");
  static final Setting KEY =
      Setting.secret("MOLTBOT_PIGEON_KEY", "the key to it").by("Ask the keeper for the key.");
  static final Setting WHISTLE =
      Setting.secret("MOLTBOT_PIGEON_WHISTLE", "what calls them").keptIn("whistle");

  static final Channel CHANNEL =
      new Channel(
          new ChannelId("pigeon"),
          "carrier pigeons",
          new Capabilities(
              Capabilities.Reading.POLLED,
              Capabilities.Sending.DIRECT,
              TextLimit.bytes(80),
              ReplyWindow.ALWAYS,
              Set.of()),
          List.of(LOFT, KEY, WHISTLE),
          settings -> {
            settings.secret(KEY);
            settings.secret(WHISTLE);
            if (settings.text(LOFT).equals("cellar")) {
              settings.problem(LOFT, "is under the ground");
            }
            return binder ->
                Multibinder.newSetBinder(binder, ChannelCheck.class)
                    .addBinding()
                    .toInstance(new Keeper());
          },
          Rehearsal.NONE,
          Pigeons::login);

  private Pigeons() {}

  /** As if a trusted jar had brought it. */
  static TrustedChannels trusted() {
    var pin = new Pin("0".repeat(64), 1, "pigeon.jar", List.of());
    return new TrustedChannels(
        List.of(new TrustedChannels.Loaded(pin, List.of(CHANNEL))), List.of());
  }

  private static Login.Outcome login(Login.World world, Login.Steps steps) {
    try {
      steps.say("whistling");
      world
          .folders()
          .of(CHANNEL.id())
          .write(WHISTLE.kept(), "tune".getBytes(StandardCharsets.UTF_8));
      return new Login.Outcome.Stored("the loft");
    } catch (IOException e) {
      return new Login.Outcome.Failed("no air", "breathe");
    }
  }

  private record Keeper() implements ChannelCheck {
    @Override
    public AccountId account() {
      return new AccountId(CHANNEL.id(), "keeper");
    }

    @Override
    public Health check() {
      return new Health.Fine("all are home");
    }
  }
}
