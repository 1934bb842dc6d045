package dev.moltbot.adapter.whatsapp;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks whether everything is there, without connecting: a second connection with one link throws
 * the first one out, and that may be a Moltbot at work.
 */
final class WhatsappCheck implements ChannelCheck {
  private final AccountId account;
  private final Links links;
  private final BridgeProgram program;
  private final Bridge bridge;

  WhatsappCheck(AccountId account, Links links, BridgeProgram program, Bridge bridge) {
    this.account = account;
    this.links = links;
    this.program = program;
    this.bridge = bridge;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Health check() {
    try {
      program.check();
      Optional<String> link = links.current();
      if (link.isEmpty()) {
        return stuck(Endings.notLinked());
      }
      Optional<String> over = links.over(link.get());
      if (over.isPresent()) {
        return stuck(Endings.of(over.get()));
      }
      links.session(link.get());
      return standing();
    } catch (BridgeProgram.CannotRun e) {
      return new Health.Missing(String.valueOf(e.getMessage()), e.remedy());
    } catch (SealedFiles.NotGenuine e) {
      return stuck(Endings.notGenuine(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return new Health.Unreachable("its files cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private Health standing() {
    return switch (bridge.standing()) {
      case Standing.Open open -> new Health.Fine("linked and connected");
      case Standing.Connecting connecting ->
          new Health.Fine("linked; whether the phone still wants it shows when Moltbot connects");
      case Standing.Waiting(String reason) -> new Health.Unreachable(reason);
      case Standing.Stuck stuck -> stuck(stuck);
    };
  }

  private static Health stuck(Standing.Stuck why) {
    return new Health.Missing(why.reason(), why.remedy());
  }
}
