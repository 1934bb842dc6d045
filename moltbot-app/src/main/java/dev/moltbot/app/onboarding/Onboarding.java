package dev.moltbot.app.onboarding;

import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.wire.Gateway;
import java.util.List;
import java.util.function.Supplier;

/** The whole way, step by step. What is there is passed by. */
public final class Onboarding {
  private final Answers answers;
  private final Person person;
  private final Supplier<Moltbot> stores;

  public Onboarding(Answers answers, Person person) {
    this(answers, person, () -> Records.open(answers));
  }

  /** With a record of somebody else's. */
  Onboarding(Answers answers, Person person, Supplier<Moltbot> stores) {
    this.answers = answers;
    this.person = person;
    this.stores = stores;
  }

  /**
   * How far it went.
   *
   * @param left whether the person left before the end
   * @param open what is missing or wrong for a run, one line each; no values in them
   */
  public record Result(boolean left, List<String> open) {
    public Result {
      open = List.copyOf(open);
    }
  }

  /** One step; whether it is there is looked at before it is announced. */
  private record Step(String title, boolean there, Way way) {}

  private interface Way {
    End go() throws InterruptedException;
  }

  /**
   * Goes it.
   *
   * @param channels names of channels to set up besides those chosen before
   */
  public Result walk(List<String> channels) throws InterruptedException {
    var records = new Records(stores, gateway());
    try {
      boolean left = left(steps(records, channels));
      if (!left) {
        new RestPart(answers, new Asking(answers, person), person).take();
      }
      return new Result(left, answers.open());
    } finally {
      String trouble = records.end();
      if (!trouble.isEmpty()) {
        person.say(trouble);
      }
    }
  }

  /** What is wrong with its settings is said at the end, with all else. */
  private Gateway gateway() {
    return GatewayConfig.from(answers.settings(), answers.workspace().home());
  }

  private List<Step> steps(Records records, List<String> channels) {
    var asking = new Asking(answers, person);
    var desk = new DeskPart(answers, asking, records);
    var owner = new OwnerPart(answers, asking, person, records);
    var claude = new ClaudePart(asking, records);
    var one = new ChannelPart(answers, asking, person, records);
    var all = new ChannelsPart(answers, person, one);
    return List.of(
        new Step("your control bot on Telegram", answers.has(DeskConfig.TOKEN), desk::token),
        new Step("you", answers.has(DeskConfig.OWNER), () -> owner.find(desk)),
        new Step("Claude", answers.has(ClaudeConfig.KEY), claude::key),
        new Step("your time zone", answers.has(DeskConfig.ZONE), desk::zone),
        new Step("channels", all.settled(), () -> all.setUp(channels)));
  }

  /** Whether the person left in one of them. */
  private boolean left(List<Step> steps) throws InterruptedException {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (person.present() && !step.there()) {
        person.say("");
        person.say("Step " + (i + 1) + " of " + steps.size() + ": " + step.title());
      }
      if (step.way().go() == End.LEFT) {
        return true;
      }
    }
    return false;
  }
}
