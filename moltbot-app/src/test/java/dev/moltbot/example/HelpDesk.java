package dev.moltbot.example;

import dev.moltbot.embed.Assistant;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A help desk whose answers are drafted by the program and allowed by a person. */
public final class HelpDesk {

  private HelpDesk() {}

  /** Takes the address of a PostgreSQL, such as {@code jdbc:postgresql://127.0.0.1/moltbot}. */
  public static void main(String[] args) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    var shop = new TicketChannel("shop");
    var forum = new TicketChannel("forum");
    shop.write("ada", "Where is my parcel?");
    forum.write("bob", "Does it run on a Mac?");
    answer(database, shop, forum);
    System.out.println(shop.answers() + " " + forum.answers());
  }

  /** Ten lines from parts to an assistant. */
  static void answer(DataSource database, TicketChannel shop, TicketChannel forum) {
    try (Assistant assistant =
        Assistant.on(database)
            .channel(shop, shop)
            .channel(forum, forum)
            .drafter(new CannedDrafter())
            .desk(new Supervisor(List.of("parcel")))
            .build()) {
      assistant.settle();
    }
  }
}
