package dev.moltbot.adapter.whatsapp;

import dev.moltbot.channel.Login;
import dev.moltbot.state.StateFolder;
import java.io.IOException;
import java.time.Duration;

/**
 * Links the owner's phone: codes are shown until it has scanned one. The link is made beside the
 * one that may be in use, and counts only when it is whole.
 */
final class WhatsappLogin implements Login {
  /** How long the owner has, in all. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How long the new link stays up, so that the phone can finish its part. */
  private static final Duration LINGER = Duration.ofSeconds(10);

  /** How long WhatsApp lets the first code live, and then each of the others. */
  private static final Duration FIRST_CODE = Duration.ofSeconds(60);

  private static final Duration LATER_CODE = Duration.ofSeconds(20);

  private static final String HOW =
      "On the phone: WhatsApp, Settings, Linked devices, Link a device; then scan the code.";

  private final Duration linger;

  WhatsappLogin() {
    this(LINGER);
  }

  WhatsappLogin(Duration linger) {
    this.linger = linger;
  }

  @Override
  public Outcome walk(World world, Steps steps) throws InterruptedException {
    WhatsappConfig config = WhatsappConfig.from(world.settings());
    if (!world.settings().problems().isEmpty()) {
      String problems = String.join("; ", world.settings().problems());
      return new Outcome.Failed(problems, "Correct it in .env and try again.");
    }
    StateFolder folder = world.folders().of(WhatsappConfig.CHANNEL);
    try {
      return walk(config, folder, world, steps);
    } catch (BridgeProgram.CannotRun e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), e.remedy());
    } catch (IOException e) {
      String why = "the link cannot be kept in " + folder.path();
      return new Outcome.Failed(why, "Look whether this user may write there.");
    }
  }

  Outcome walk(WhatsappConfig config, StateFolder folder, World world, Steps steps)
      throws IOException, InterruptedException {
    Links links = Links.in(folder, config.key());
    String link = links.fresh(world.time().instant());
    boolean whole = false;
    try (var linking = new Linking(config.program().start(), links.session(link), world.nanos())) {
      Outcome outcome = follow(linking, config, folder, steps);
      if (outcome instanceof Outcome.Stored) {
        linking.linger(linger);
        links.settle(link);
        whole = true;
      }
      return outcome;
    } finally {
      if (!whole) {
        links.drop(link);
      }
    }
  }

  private static Outcome follow(
      Linking linking, WhatsappConfig config, StateFolder folder, Steps steps)
      throws InterruptedException {
    steps.say(HOW);
    Duration goodFor = FIRST_CODE;
    while (true) {
      switch (linking.next(PATIENCE)) {
        case Linking.News.Code(String code) -> {
          steps.qr(code, goodFor);
          goodFor = LATER_CODE;
        }
        case Linking.News.Trouble(String reason) -> steps.say(reason + "; trying again");
        case Linking.News.Over(String reason, String remedy) -> {
          return new Outcome.Failed(reason, remedy);
        }
        case Linking.News.Linked(String number) -> {
          return linked(number, config, folder, steps);
        }
      }
    }
  }

  private static Outcome linked(
      String number, WhatsappConfig config, StateFolder folder, Steps steps) {
    if (!number.equals(config.digits())) {
      Standing.Stuck wrong = Endings.otherNumber();
      String remedy = wrong.remedy() + " Take the new link away on the phone that scanned it.";
      return new Outcome.Failed(wrong.reason(), remedy);
    }
    steps.say("Linked. Leave WhatsApp open on the phone for a moment.");
    return new Outcome.Stored(folder.path() + ", sealed with " + WhatsappConfig.SESSION_KEY.key());
  }
}
