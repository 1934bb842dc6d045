package dev.moltbot.app.command;

import dev.moltbot.app.channels.ChannelRow;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot channels}. */
@Command(
    name = "channels",
    description = {
      "Show every channel: how it stands, what is wrong with it, and what to do.",
      "Exit 1 when one that is set up needs you. Works while moltbot run is at work."
    },
    subcommands = {
      ChannelsLoginCommand.class,
      ChannelsTrustCommand.class,
      ChannelsUntrustCommand.class
    })
final class ChannelsCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(
      names = "--probe",
      description = "Ask the service of each channel that is set up; changes and sends nothing.")
  private boolean probe;

  @Option(names = "--plain", description = "No columns: one line for each thing to say.")
  private boolean plain;

  @Override
  public Integer call() throws InterruptedException {
    try (var look = new ChannelsLook(here())) {
      if (probe) {
        shared.remark("Asking each service ...");
      }
      List<ChannelRow> rows = look.rows(probe);
      show(look, new ChannelsView(rows, look.now()));
      boolean wrong = rows.stream().anyMatch(ChannelRow::wrong) || !look.problems().isEmpty();
      return wrong ? Exit.FINDINGS : Exit.OK;
    }
  }

  private static Environment here() {
    return Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
  }

  private void show(ChannelsLook look, ChannelsView view) {
    if (shared.json()) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("at", look.now().toString());
      fields.put("database", look.store());
      fields.put("channels", view.fields());
      fields.put("problems", look.problems());
      shared.output().json(fields);
      return;
    }
    view.print(shared.output().data(), shared.columns(), plain || shared.accessible());
    look.problems().forEach(shared.output().talk()::println);
    if (look.store().equals("none")) {
      shared.remark("There is no database yet: moltbot run makes one. Nothing was ever read.");
    }
  }
}
