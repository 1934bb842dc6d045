package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Command;
import dev.moltbot.adapter.desk.TelegramApi.Scope;
import dev.moltbot.adapter.desk.TelegramApi.SetCommands;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The bot's menu, in the owner's chat and nowhere else. Set once per start, in two languages. */
final class Menu {
  private static final List<Command> ENGLISH =
      List.of(
          new Command("pending", "What waits for you"),
          new Command("status", "What Moltbot is doing"),
          new Command("pause", "Stop reading, drafting and sending"),
          new Command("resume", "Go on"),
          new Command("ask", "Ask Shinodo, your own assistant"),
          new Command("help", "What the bot understands"));
  private static final List<Command> UKRAINIAN =
      List.of(
          new Command("pending", "Що чекає на вас"),
          new Command("status", "Що робить Moltbot"),
          new Command("pause", "Не читати, не писати й не надсилати"),
          new Command("resume", "Продовжити"),
          new Command("ask", "Спитати Shinodo, вашого помічника"),
          new Command("help", "Що розуміє бот"));

  private final TelegramApi api;
  private final BotCalls calls;
  private final Scope scope;
  private final AtomicBoolean tried = new AtomicBoolean();

  Menu(TelegramApi api, BotCalls calls, long chat) {
    this.api = api;
    this.calls = calls;
    this.scope = new Scope("chat", chat);
  }

  /** Best effort: everything works without a menu, and the next start tries again. */
  void set() {
    if (tried.compareAndSet(false, true)) {
      calls.order(api.commands(new SetCommands(ENGLISH, scope, null)));
      calls.order(api.commands(new SetCommands(UKRAINIAN, scope, "uk")));
    }
  }
}
