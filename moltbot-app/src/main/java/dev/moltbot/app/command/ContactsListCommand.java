package dev.moltbot.app.command;

import dev.moltbot.port.Directory;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot contacts list}. */
@Command(name = "list", description = "List the people you know, by name.")
final class ContactsListCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--tag", paramLabel = "TAG", description = "Only those you tagged so.")
  private String tag = "";

  @Option(names = "--channel", paramLabel = "CHANNEL", description = "Only those who are on it.")
  private String channel = "";

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 50")
  private int limit = 50;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          list(moltbot.part(Directory.class));
          return Exit.OK;
        });
  }

  void list(Directory directory) {
    Directory.People found = directory.list(tag, channel, Math.max(0, limit));
    if (shared.json()) {
      shared
          .output()
          .json(Map.of("people", PersonFields.of(found.people()), "total", found.total()));
      return;
    }
    shared.print(PeopleTable.of(found.people()));
    long more = found.total() - found.people().size();
    if (more > 0) {
      shared.remark(
          "And " + more + " more: --limit shows them, moltbot contacts search finds one.");
    }
  }
}
