package dev.moltbot.app.onboarding;

import com.google.inject.Module;
import dev.moltbot.app.onboarding.Person.Reply;
import dev.moltbot.app.runtime.LoneChannel;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Login;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import dev.moltbot.state.StateFolders;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One channel: its settings one by one, its login where it has one, and a look at its service. */
final class ChannelPart {
  /** What is most likely the same as something that is set already. */
  private static final Map<String, String> SAME_AS =
      Map.of("MOLTBOT_TELEGRAM_OWNER", "MOLTBOT_DESK_OWNER");

  private final Answers answers;
  private final Asking asking;
  private final Person person;
  private final Records records;

  ChannelPart(Answers answers, Asking asking, Person person, Records records) {
    this.answers = answers;
    this.asking = asking;
    this.person = person;
    this.records = records;
  }

  End setUp(Channel channel) throws InterruptedException {
    boolean whole = answered(channel);
    if (!whole && person.present()) {
      person.say("");
      person.say("Channel " + channel.name() + ": " + channel.about());
    }
    for (Setting setting : channel.settings()) {
      if (setting.required() && !byLogin(channel, setting)) {
        String offered = answers.value(SAME_AS.getOrDefault(setting.key(), ""));
        End end = asking.ask(Question.of(setting).offering(offered));
        if (end != End.DONE) {
          return end;
        }
      }
    }
    if (!answered(channel)) {
      return login(channel);
    }
    boolean known = whole && channel.login().equals(Login.NONE);
    return known ? End.DONE : tried(channel);
  }

  /** Whether nothing is missing, be it set or kept by a login. */
  private boolean answered(Channel channel) {
    return channel.settings().stream().filter(Setting::required).allMatch(answers::has);
  }

  private static boolean byLogin(Channel channel, Setting setting) {
    return !setting.kept().isEmpty() && !channel.login().equals(Login.NONE);
  }

  /** What came along counts before a login does. */
  private End login(Channel channel) throws InterruptedException {
    for (Setting setting : channel.settings()) {
      if (byLogin(channel, setting) && !answers.given(setting).isEmpty()) {
        asking.ask(Question.of(setting));
      }
    }
    if (answered(channel)) {
      return tried(channel);
    }
    return person.present() ? asked(channel) : End.LATER;
  }

  private End asked(Channel channel) throws InterruptedException {
    return switch (person.ask("Enter logs in to " + channel.name() + " now (or: later): ")) {
      case Reply.Gone gone -> End.LEFT;
      case Reply.Later later -> End.LATER;
      case Reply.Said said -> walked(channel);
    };
  }

  private End walked(Channel channel) throws InterruptedException {
    var world =
        new Login.World(
            answers.settings().only(channel.settings()),
            new StateFolders(answers.workspace().channels()),
            records.clients(),
            InstantSource.system(),
            System::nanoTime,
            new SecureRandom());
    return switch (channel.login().walk(world, person.steps())) {
      case Login.Outcome.Stored(var where) -> {
        person.say("Logged in; it is kept in " + where);
        yield said(channel, health(channel));
      }
      case Login.Outcome.Failed(var reason, var remedy) -> {
        person.say("Not logged in: " + reason + ". To do: " + remedy);
        yield End.LATER;
      }
    };
  }

  /** What is missing at the service may be missing because nobody logged in yet. */
  private End tried(Channel channel) throws InterruptedException {
    Health health = health(channel);
    End end = said(channel, health);
    boolean loginMayHelp =
        health instanceof Health.Missing && !channel.login().equals(Login.NONE) && person.present();
    return loginMayHelp ? asked(channel) : end;
  }

  private End said(Channel channel, Health health) {
    return switch (Verdict.of(health)) {
      case Verdict.Good(var said) -> {
        person.say("The service of " + channel.name() + " says: " + said + ".");
        yield End.DONE;
      }
      case Verdict.Unsure(var why) -> {
        person.say(channel.name() + " was not tried: " + why + ".");
        yield End.DONE;
      }
      case Verdict.Bad(var why, var remedy) -> {
        person.say(channel.name() + " does not work yet: " + why + ". To do: " + remedy);
        yield End.LATER;
      }
    };
  }

  private Health health(Channel channel) {
    var module = channel.module().apply(answers.settings());
    var folders = new StateFolders(answers.workspace().channels());
    try (LoneChannel alone = LoneChannel.of(module, List.<Module>of(), folders, records.calls())) {
      Set<ChannelCheck> checks = alone.checks();
      return checks.isEmpty()
          ? new Health.Unreachable("it has no way to be asked")
          : checks.iterator().next().check();
    } catch (LoneChannel.CannotBuild e) {
      return new Health.Unreachable("it can be asked once it runs");
    }
  }
}
