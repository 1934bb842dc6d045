package dev.moltbot.state;

import dev.moltbot.domain.message.ChannelId;
import java.nio.file.Path;

/**
 * Where channels keep their own state: {@code channels/<name>/}, each its own.
 *
 * @param root holds the folders; made when the first channel keeps something
 */
public record StateFolders(Path root) {

  /** The folder of this channel. Nothing is made before something is kept. */
  public StateFolder of(ChannelId channel) {
    return new StateFolder(root.resolve(channel.value()));
  }
}
