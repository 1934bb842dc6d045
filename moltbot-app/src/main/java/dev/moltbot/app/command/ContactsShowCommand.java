package dev.moltbot.app.command;

import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.PersonPage;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Said;
import dev.moltbot.port.Timeline.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts show}. */
@Command(name = "show", description = "Everything known of a person, on one page.")
final class ContactsShowCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Option(names = "--limit", paramLabel = "N", description = "At most N messages. Default: 5")
  private int limit = 5;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> show(moltbot.part(Directory.class), moltbot.part(Timeline.class), When.here()));
  }

  int show(Directory directory, Timeline timeline, When when) {
    Optional<PersonPage> page =
        new WhichPerson(directory, shared).like(name).map(PersonLine::id).flatMap(directory::show);
    page.ifPresent(one -> print(one, latest(timeline, one), when));
    return page.isPresent() ? Exit.OK : Exit.FINDINGS;
  }

  private List<Said> latest(Timeline timeline, PersonPage page) {
    return limit < 1
        ? List.of()
        : timeline.history(page.line().id(), Set.of(), Span.EVER, Place.NEWEST, limit);
  }

  private void print(PersonPage page, List<Said> said, When when) {
    if (shared.json()) {
      shared.output().json(PageFields.of(page, said));
    } else {
      new PageView(page, when).print(said, shared);
    }
  }
}
