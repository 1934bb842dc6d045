package dev.moltbot.adapter.telegramexport;

import dev.moltbot.export.ExportOptions;

/**
 * Who of the writers the owner is: by the export's own word in a full one, by what the owner said,
 * or, in a chat of two, whoever is not the other.
 *
 * @param id the number of the account, or empty
 */
record Owner(String id, ExportOptions options) {

  boolean wrote(Writer writer, ChatFacts chat) {
    if (chat.isSaved()) {
      return true;
    }
    return writer.numbered() ? hasNumber(writer, chat) : hasName(writer, chat);
  }

  private boolean hasNumber(Writer writer, ChatFacts chat) {
    if (!id.isEmpty() || options.isMe(writer.address())) {
      return id.equals(writer.address()) || options.isMe(writer.address());
    }
    boolean told = chat.isPrivate() && !chat.id().isEmpty();
    return told ? !writer.address().equals(chat.id()) : options.isMe(writer.name());
  }

  private boolean hasName(Writer writer, ChatFacts chat) {
    return options.isMe(writer.name()) || (chat.isPrivate() && !writer.name().equals(chat.name()));
  }
}
