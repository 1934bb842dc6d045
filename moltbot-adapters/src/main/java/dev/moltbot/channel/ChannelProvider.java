package dev.moltbot.channel;

/**
 * How a channel in a jar of its own is found: the jar names an implementation, with a public
 * constructor without parameters, in {@code META-INF/services}. Being found is not being installed:
 * the owner trusts the jar by its digest first.
 */
public interface ChannelProvider {

  /** The channel; called once, at start. */
  Channel channel();
}
