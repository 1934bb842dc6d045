package dev.moltbot.domain.message;

/**
 * One of the owner's accounts on a channel. Two mailboxes are two accounts of one channel.
 *
 * @param name the owner's own address or user name there, as the channel spells it
 */
public record AccountId(ChannelId channel, String name) {

  public AccountId {
    NativeIds.check("account name", name);
  }

  /** The account's name is the owner's own, so it may appear in logs. */
  @Override
  public String toString() {
    return channel + ":" + name;
  }
}
