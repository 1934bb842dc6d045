package dev.moltbot.adapter.telegram;

import dev.moltbot.domain.message.Trait;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message holds, by the names of its fields: words, files, or news of the chat itself. */
final class Contents {
  /** The service messages of Bot API 10.1. What is unknown is not among them, and so not lost. */
  private static final Set<String> SERVICE =
      Set.of(
          "boost_added",
          "channel_chat_created",
          "chat_background_set",
          "chat_owner_changed",
          "chat_owner_left",
          "chat_shared",
          "checklist_tasks_added",
          "checklist_tasks_done",
          "connected_website",
          "delete_chat_photo",
          "direct_message_price_changed",
          "forum_topic_closed",
          "forum_topic_created",
          "forum_topic_edited",
          "forum_topic_reopened",
          "general_forum_topic_hidden",
          "general_forum_topic_unhidden",
          "gift",
          "gift_upgrade_sent",
          "giveaway_completed",
          "giveaway_created",
          "group_chat_created",
          "left_chat_member",
          "managed_bot_created",
          "message_auto_delete_timer_changed",
          "migrate_from_chat_id",
          "migrate_to_chat_id",
          "new_chat_members",
          "new_chat_photo",
          "new_chat_title",
          "paid_message_price_changed",
          "passport_data",
          "pinned_message",
          "poll_option_added",
          "poll_option_deleted",
          "proximity_alert_triggered",
          "refunded_payment",
          "successful_payment",
          "suggested_post_approval_failed",
          "suggested_post_approved",
          "suggested_post_declined",
          "suggested_post_paid",
          "suggested_post_refunded",
          "supergroup_chat_created",
          "unique_gift",
          "users_shared",
          "video_chat_ended",
          "video_chat_participants_invited",
          "video_chat_scheduled",
          "video_chat_started",
          "web_app_data",
          "write_access_allowed");

  private Contents() {}

  static boolean isService(Set<String> fields) {
    return fields.stream().anyMatch(SERVICE::contains);
  }

  /** Without words of its own, a message is something that Telegram shows and we do not read. */
  static Set<Trait> traits(Set<String> fields) {
    return fields.contains("text") ? Set.of() : Set.of(Trait.ATTACHMENTS);
  }

  static String text(@Nullable String text, @Nullable String caption) {
    if (text != null) {
      return text;
    }
    return caption == null ? "" : caption;
  }
}
