package dev.moltbot.domain.message;

/** One message, as its channel names it. Makes taking in a message twice harmless. */
public record MessageId(AccountId account, String nativeId) {

  public MessageId {
    NativeIds.check("message id", nativeId);
  }

  public ChannelId channel() {
    return account.channel();
  }

  /** Not the native id: on some channels it is somebody's phone number. */
  @Override
  public String toString() {
    return "MessageId[" + account.channel() + "]";
  }
}
