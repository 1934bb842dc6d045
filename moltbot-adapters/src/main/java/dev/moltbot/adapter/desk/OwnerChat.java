package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.AnswerTap;
import dev.moltbot.adapter.desk.TelegramApi.EditButtons;
import dev.moltbot.adapter.desk.TelegramApi.EditText;
import dev.moltbot.adapter.desk.TelegramApi.Keyboard;
import dev.moltbot.adapter.desk.TelegramApi.Message;
import dev.moltbot.adapter.desk.TelegramApi.SendMessage;
import dev.moltbot.botapi.BotApi.LinkPreview;
import dev.moltbot.card.Pieces;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.ShownCard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes into the one chat with the owner. */
final class OwnerChat {
  /** Longest text over the chat after a tap, in UTF-16 units. */
  static final int MAX_TOAST = 200;

  private static final int BAD_REQUEST = 400;

  private final TelegramApi api;
  private final BotCalls calls;
  private final long chat;

  OwnerChat(TelegramApi api, BotCalls calls, long chat) {
    this.api = api;
    this.calls = calls;
    this.chat = chat;
  }

  /** Shows the pages one under the other, with the buttons under the last. */
  DeskResult show(List<Formatted> pages, @Nullable Keyboard buttons) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Keyboard keyboard = i + 1 == pages.size() ? buttons : null;
      DeskResult result = show(pages.get(i), keyboard);
      if (!(result instanceof DeskResult.Shown shown)) {
        return result;
      }
      parts.addAll(shown.where().parts());
    }
    return new DeskResult.Shown(new ShownCard(parts));
  }

  /** Changes a message to that text without buttons; a message that is gone needs no change. */
  DeskResult close(ShownCard where, Formatted page) {
    long message = Long.parseLong(where.parts().getLast());
    EditText edit =
        new EditText(chat, message, page.text(), page.entities(), LinkPreview.NONE, null);
    return switch (calls.order(api.editText(edit))) {
      case Answer.Done<Boolean> done -> new DeskResult.Shown(where);
      case Answer.Declined<Boolean> declined -> removeButtons(where, message);
      case Answer.NotNow<Boolean>(var after, var reason) ->
          new DeskResult.Unreachable(after, reason);
      case Answer.Stopped<Boolean>(var reason, var remedy) ->
          new DeskResult.Stopped(reason, remedy);
    };
  }

  /** Best effort: the tap counts whether or not its owner sees the answer. */
  void toast(String tap, String words) {
    String bounded = words.isBlank() ? "" : Pieces.of(words, MAX_TOAST).getFirst();
    calls.order(api.answerTap(new AnswerTap(tap, bounded, false)));
  }

  private DeskResult show(Formatted page, @Nullable Keyboard keyboard) {
    SendMessage message =
        new SendMessage(chat, page.text(), page.entities(), LinkPreview.NONE, null, keyboard);
    return switch (calls.make(api.send(message))) {
      case Answer.Done<Message>(var sent) -> shown(sent);
      case Answer.Declined<Message>(var code, var description) -> declined(code, description);
      case Answer.NotNow<Message>(var after, var reason) ->
          new DeskResult.Unreachable(after, reason);
      case Answer.Stopped<Message>(var reason, var remedy) ->
          new DeskResult.Stopped(reason, remedy);
    };
  }

  private static DeskResult shown(Message sent) {
    Long id = sent.id();
    return id == null
        ? new DeskResult.Unreachable(
            BotCalls.UNREACHABLE_PAUSE, "Telegram did not name the message it sent")
        : new DeskResult.Shown(new ShownCard(List.of(Long.toString(id))));
  }

  /** The text may be unchangeable (too old, the same already); the buttons still have to go. */
  private DeskResult removeButtons(ShownCard where, long message) {
    return switch (calls.order(api.editButtons(new EditButtons(chat, message, null)))) {
      case Answer.Done<Boolean> done -> new DeskResult.Shown(where);
      case Answer.Declined<Boolean> gone -> new DeskResult.Shown(where);
      case Answer.NotNow<Boolean>(var after, var reason) ->
          new DeskResult.Unreachable(after, reason);
      case Answer.Stopped<Boolean>(var reason, var remedy) ->
          new DeskResult.Stopped(reason, remedy);
    };
  }

  private static DeskResult declined(int code, String description) {
    if (code == BAD_REQUEST && description.contains("chat not found")) {
      return new DeskResult.Stopped(
          "the control bot has no chat with the owner",
          "open the bot in Telegram and press Start; check the owner's number in .env");
    }
    return new DeskResult.Stopped(
        "Telegram refused a message of the control bot: " + description, "report this as a bug");
  }
}
