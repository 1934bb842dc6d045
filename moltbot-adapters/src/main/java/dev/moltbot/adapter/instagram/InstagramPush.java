package dev.moltbot.adapter.instagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Instagram brings to a receiver. Messages stand under {@code messaging}, or, for some apps,
 * one by one under {@code changes}.
 */
interface InstagramPush {

  record Body(@Nullable String object, @Nullable List<Entry> entry) {}

  /** {@code id} is the account that this is about. */
  record Entry(
      @Nullable String id,
      @Nullable List<InstagramApi.Raw> messaging,
      @Nullable List<Change> changes) {}

  record Change(@Nullable String field, InstagramApi.@Nullable Raw value) {}

  /** Without {@code message} it is a receipt, a reaction or a button, none of which concerns us. */
  record Event(
      InstagramApi.@Nullable Person sender,
      InstagramApi.@Nullable Person recipient,
      @Nullable String timestamp,
      @Nullable Message message) {}

  /** {@code is_echo} marks what the owner wrote, {@code is_deleted} what was taken back. */
  record Message(
      @Nullable String mid,
      @Nullable String text,
      @Nullable Boolean is_echo,
      @Nullable Boolean is_deleted,
      @Nullable Boolean is_unsupported,
      InstagramApi.@Nullable Raw attachments) {}
}
