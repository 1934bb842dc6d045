package dev.moltbot.domain.message;

/** One thread on one account: the only thing a reply can be addressed to. */
public record ConversationId(AccountId account, String nativeId) {

  public ConversationId {
    NativeIds.check("conversation id", nativeId);
  }

  public ChannelId channel() {
    return account.channel();
  }

  /** Not the native id: on some channels it is somebody's phone number. */
  @Override
  public String toString() {
    return "ConversationId[" + account.channel() + "]";
  }
}
