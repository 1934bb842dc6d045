package dev.moltbot.adapter.linkedin;

import dev.moltbot.channel.Rehearsal;
import java.util.List;
import java.util.Map;

/** LinkedIn on loopback, for a member with every permission: reading and sending by program. */
final class LinkedInStage implements Rehearsal.Stage {
  private final FakeLinkedIn linkedin = new FakeLinkedIn();

  @Override
  public Map<String, String> settings() {
    return Map.of(
        LinkedInConfig.PROFILE.key(),
        "olena-example",
        LinkedInConfig.READ_TOKEN.key(),
        FakeLinkedIn.READ_TOKEN,
        LinkedInConfig.SEND_TOKEN.key(),
        FakeLinkedIn.SEND_TOKEN,
        LinkedInConfig.URL.key(),
        linkedin.url().toString());
  }

  @Override
  public void receives(Rehearsal.Line line) {
    linkedin.receives(line.address(), "2-" + line.address(), line.text(), line.at().toEpochMilli());
  }

  @Override
  public List<String> sent() {
    return linkedin.sent().stream().map(one -> String.valueOf(one.get("body"))).toList();
  }

  @Override
  public void close() {
    linkedin.close();
  }
}
