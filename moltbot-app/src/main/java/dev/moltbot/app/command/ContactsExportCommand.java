package dev.moltbot.app.command;

import com.google.inject.Guice;
import dev.moltbot.adapter.addressbook.AddressBookModule;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.CardWriter;
import dev.moltbot.port.Exported;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moltbot contacts export}. */
@Command(
    name = "export",
    description = {
      "Print all people with their addresses, numbers, tags and notes, for your other programs.",
      "No messages. That it was done is on record, with how many they were."
    })
final class ContactsExportCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @Mixin private Shared shared = new Shared();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}: a JSON object a line, a table, or vCard 4.")
  private Format format = Format.JSONL;

  /** How a person is written down. */
  enum Format {
    JSONL,
    CSV,
    VCARD
  }

  /** Formats are typed in small letters. */
  @Spec
  void spec(CommandSpec spec) {
    spec.parser().caseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    return Deciding.with(shared, this::export);
  }

  int export(Deciding deciding) {
    if (format == Format.CSV) {
      shared.output().data().print(ExportText.CSV_HEAD);
    }
    var cards = Guice.createInjector(new AddressBookModule()).getInstance(CardWriter.class);
    long people = 0;
    List<Exported> page = deciding.contacts().export(ContactId.NOBODY, PAGE);
    while (!page.isEmpty()) {
      page.forEach(person -> print(person, cards));
      people += page.size();
      page = deciding.contacts().export(page.getLast().id(), PAGE);
    }
    var done = new AuditEvent.ContactsExported(people, format.name().toLowerCase(Locale.ROOT));
    deciding.part(AuditLog.class).append(done, deciding.now());
    shared.remark(people + " people.");
    return Exit.OK;
  }

  private void print(Exported person, CardWriter cards) {
    switch (format) {
      case JSONL -> shared.output().json(ExportText.fields(person));
      case CSV -> shared.output().data().print(ExportText.csv(person));
      case VCARD -> shared.output().data().print(cards.card(ExportText.card(person)));
    }
  }
}
