package dev.moltbot.app.command;

import dev.moltbot.app.config.EnvFile;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.onboarding.Answers;
import dev.moltbot.app.onboarding.Nobody;
import dev.moltbot.app.onboarding.Onboarding;
import dev.moltbot.app.onboarding.Person;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.trust.TrustedChannels;
import dev.moltbot.channel.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot onboard}. */
@Command(
    name = "onboard",
    description = {
      "Set Moltbot up, one question at a time; each answer is tried and kept at once.",
      "Leave whenever you like: the next time it asks only for what is missing.",
      "Run it with your browser and phone at hand, outside of any sandbox."
    })
final class OnboardCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(
      names = "--no-input",
      description = "Ask nothing: try what is set and what --from brings, say what is missing.")
  private boolean noInput;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Take settings from this file of KEY=value lines; - is standard input.")
  private String from = "";

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "Set this channel up, too; may be given more than once.")
  private List<String> channels = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException, IOException {
    Path folder = Path.of("").toAbsolutePath();
    Environment environment = Installed.environment(System.getenv(), folder);
    TrustedChannels trusted = Installed.trusted(environment.workspace());
    EnvFile given = given();
    var problems = new ArrayList<>(environment.problems());
    problems.addAll(trusted.problems());
    problems.addAll(given.problems());
    if (problems.isEmpty()) {
      problems.addAll(notWritable(environment));
    }
    if (!problems.isEmpty()) {
      problems.forEach(shared.output().talk()::println);
      return Exit.CONFIG;
    }
    if (!known(trusted)) {
      return Exit.USAGE;
    }
    Optional<Person> person = person();
    if (person.isEmpty()) {
      shared
          .output()
          .talk()
          .println("Nobody can be asked here: this is no terminal. Use --no-input.");
      return Exit.USAGE;
    }
    return walk(new Answers(environment, trusted, folder, given.values()), person.get());
  }

  private static List<String> notWritable(Environment environment) {
    String trouble = environment.workspace().prepare();
    return trouble.isEmpty() ? List.of() : List.of(trouble);
  }

  private EnvFile given() throws IOException {
    if (from.isEmpty()) {
      return new EnvFile(Map.of(), List.of());
    }
    if (from.equals("-")) {
      byte[] all = System.in.readNBytes((int) EnvFile.MAX_BYTES);
      return EnvFile.parse(Path.of("standard input"), new String(all, StandardCharsets.UTF_8));
    }
    Path file = Path.of(from);
    return Files.isReadable(file)
        ? EnvFile.read(file)
        : new EnvFile(Map.of(), List.of(file + " cannot be read. Is the path right?"));
  }

  private boolean known(TrustedChannels trusted) {
    List<String> names =
        Stream.concat(Installed.CHANNELS.stream(), trusted.channels().stream())
            .map(Channel::name)
            .toList();
    Optional<String> odd = channels.stream().filter(name -> !names.contains(name)).findFirst();
    odd.ifPresent(name ->
        shared
            .output()
            .talk()
            .println("No channel is called " + name + ". There are: " + String.join(", ", names)));
    return odd.isEmpty();
  }

  private Optional<Person> person() {
    return noInput || shared.json()
        ? Optional.of(new Nobody(shared.output().talk()::println))
        : TerminalPerson.at(shared).map(person -> person);
  }

  private int walk(Answers answers, Person person) throws InterruptedException {
    if (person.present()) {
      person.say("This sets Moltbot up. Every answer is kept in " + answers.file() + " at once;");
      person.say("stop with Ctrl-C whenever you like and go on with: moltbot onboard");
    }
    Onboarding.Result result = new Onboarding(answers, person).walk(channels);
    shared.say(fields(answers, result), words(result));
    if (!result.open().isEmpty()) {
      return Exit.CONFIG;
    }
    return shared.json() || result.left() ? Exit.OK : looked();
  }

  /** At the end everything is looked at once more, as the owner could do it. */
  private int looked() {
    shared.remark("");
    return MoltbotCommand.run("doctor");
  }

  private static Map<String, Object> fields(Answers answers, Onboarding.Result result) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", answers.file().toString());
    fields.put("kept", answers.kept());
    fields.put("missing", result.open());
    fields.put("ready", result.open().isEmpty());
    return fields;
  }

  private static String words(Onboarding.Result result) {
    if (result.open().isEmpty()) {
      return "Everything is set. Start it with: moltbot run";
    }
    return "Still missing:\n  "
        + String.join("\n  ", result.open())
        + "\nGo on whenever you like: moltbot onboard";
  }
}
