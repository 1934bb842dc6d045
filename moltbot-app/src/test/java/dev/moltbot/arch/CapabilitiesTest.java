package dev.moltbot.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import dev.moltbot.port.Capabilities;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A channel that says it can do something has promised it in a contract. */
class CapabilitiesTest {
  private static final Map<Capabilities.Extra, String> CONTRACTS =
      Map.of(
          Capabilities.Extra.SEND_LOOKUP, "SendLookupContract",
          Capabilities.Extra.CLIENT_CHOSEN_ID, "ClientChosenIdContract",
          Capabilities.Extra.WEBHOOK, "WebhookContract",
          Capabilities.Extra.THREADS, "ThreadsContract");

  private static final JavaClasses TESTS =
      new ClassFileImporter().importPackages("dev.moltbot.adapter");

  @Test
  void arePromisedInContracts() {
    for (Channel channel : Installed.CHANNELS) {
      assertThat(missing(channel, promised(channel))).as(channel.name()).isEmpty();
    }
  }

  @Test
  void areSeenToBeMissing() {
    Channel channel = Installed.CHANNELS.getFirst();
    Set<String> none = Set.of();
    assertThat(missing(channel, none)).contains("ChannelReaderContract", "ChannelSenderContract");
    channel.can().extras().stream()
        .filter(CONTRACTS::containsKey)
        .forEach(extra -> assertThat(missing(channel, none)).contains(CONTRACTS.get(extra)));
  }

  private static Set<String> missing(Channel channel, Set<String> promised) {
    var wanted = new TreeSet<>(Set.of("ChannelReaderContract", "ChannelSenderContract"));
    boolean asks =
        switch (channel.can().reading()) {
          case POLLED, LONG_POLLED -> true;
          case PUSHED, IMPORTED -> false;
        };
    if (asks) {
      wanted.add("PolledReaderContract");
    }
    channel.can().extras().stream()
        .filter(CONTRACTS::containsKey)
        .map(CONTRACTS::get)
        .forEach(wanted::add);
    wanted.removeAll(promised);
    return wanted;
  }

  private static Set<String> promised(Channel channel) {
    String adapter = "dev.moltbot.adapter." + channel.name().replace("-", "");
    return TESTS.stream()
        .filter(one -> one.getPackageName().equals(adapter))
        .filter(one -> !one.isInterface())
        .flatMap(one -> one.getAllRawInterfaces().stream())
        .map(JavaClass::getSimpleName)
        .filter(name -> name.endsWith("Contract"))
        .collect(Collectors.toSet());
  }
}
