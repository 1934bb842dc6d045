package dev.moltbot.app.command;

import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.trust.ChannelJar;
import dev.moltbot.app.trust.Trust;
import dev.moltbot.domain.audit.AuditEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot channels trust}. */
@Command(
    name = "trust",
    description = {
      "Show what a channel's jar is, and let it be loaded from the next start on.",
      "Nothing in the jar runs before. Once trusted it may do what Moltbot may do."
    })
final class ChannelsTrustCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--yes", description = "Trust it without asking.")
  private boolean yes;

  @Parameters(paramLabel = "FILE", description = "The jar; it is copied into channels/.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var trust = new Trust(environment.workspace(), Installed.keys());
    Path found = trust.find(file);
    if (!Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS)) {
      shared.output().talk().println(file + " is not there, or is a link. Is the path right?");
      return Exit.USAGE;
    }
    try {
      return decide(trust, ChannelJar.read(found), found);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      shared.output().talk().println("Not trusted: " + found + ": " + why);
      return Exit.FINDINGS;
    }
  }

  private int decide(Trust trust, ChannelJar jar, Path found) throws IOException {
    List<String> against = trust.against(jar);
    shared.remark(shown(jar));
    if (!against.isEmpty()) {
      against.forEach(reason -> shared.output().talk().println(reason));
      return say(jar, false, "Not trusted.");
    }
    if (!yes && !agreed()) {
      return say(jar, false, "Not trusted; nothing was changed.");
    }
    int noted = Opened.with(shared.output().talk(), jar.settings(), moltbot -> note(moltbot, jar));
    if (noted != Exit.OK) {
      return noted;
    }
    trust.trust(jar, found);
    return say(jar, true, "Trusted. It is loaded when moltbot run starts the next time.");
  }

  /** On record first: there is never a trusted jar that the record does not know. */
  private static int note(Moltbot moltbot, ChannelJar jar) {
    moltbot.note(new AuditEvent.ChannelTrusted(jar.file(), jar.sha256(), jar.size()));
    return Exit.OK;
  }

  private static String shown(ChannelJar jar) {
    String title = (jar.title() + " " + jar.version()).strip();
    return String.join(
        "\n",
        "File:      " + jar.file(),
        "Size:      " + String.format(Locale.ROOT, "%,d bytes", jar.size()),
        "SHA-256:   " + jar.sha256(),
        "Title:     " + (title.isEmpty() ? "nothing" : title),
        "Brings:    " + words(jar.providers()),
        "Asks for:  " + words(List.copyOf(jar.settings())));
  }

  private static String words(List<String> names) {
    return names.isEmpty() ? "nothing" : String.join(", ", names).replaceAll("[^\\x20-\\x7e]", "?");
  }

  private boolean agreed() throws IOException {
    shared
        .output()
        .talk()
        .print("It will run with all that Moltbot may do. Do you trust its author? [y/N] ");
    shared.output().talk().flush();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String answer = in.readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private int say(ChannelJar jar, boolean trusted, String words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", jar.file());
    fields.put("bytes", jar.size());
    fields.put("sha256", jar.sha256());
    fields.put("title", jar.title());
    fields.put("version", jar.version());
    fields.put("providers", jar.providers());
    fields.put("settings", List.copyOf(jar.settings()));
    fields.put("trusted", trusted);
    shared.say(fields, words);
    return trusted ? Exit.OK : Exit.FINDINGS;
  }
}
