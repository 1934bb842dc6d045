package dev.moltbot.app.onboarding;

import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Doorstep;
import dev.moltbot.port.Doorstep.Named;
import dev.moltbot.setting.Settings;
import java.time.ZoneId;

/** The control bot: its token, and the zone of its dates. */
final class DeskPart {
  private final Answers answers;
  private final Asking asking;
  private final Records records;

  DeskPart(Answers answers, Asking asking, Records records) {
    this.answers = answers;
    this.asking = asking;
    this.records = records;
  }

  End token() {
    return asking.ask(Question.of(DeskConfig.TOKEN).tried(settings -> health(door(settings))));
  }

  /** Where this machine is set is most likely where the owner is. */
  End zone() {
    return asking.ask(Question.of(DeskConfig.ZONE).offering(ZoneId.systemDefault().getId()));
  }

  /** The bot as it is set. */
  Doorstep door() {
    return door(answers.settings());
  }

  /** Says nothing about an owner, and there may be none. */
  private Doorstep door(Settings settings) {
    return DeskModule.doorstep(DeskConfig.from(settings), records.clients());
  }

  private static Health health(Doorstep door) {
    return switch (door.name()) {
      case Named.Bot(var name) -> new Health.Fine("the bot is @" + name);
      case Named.Unreachable(var reason) -> new Health.Unreachable(reason);
      case Named.Stopped(var reason, var remedy) -> new Health.Missing(reason, remedy);
    };
  }
}
