package dev.moltbot.adapter.shinodo;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.domain.question.QuestionText;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ContextSource;
import dev.moltbot.port.Question;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The adapter as it is installed, in front of somebody, with little patience. */
final class Asking {
  static final Duration QUICK = Duration.ofSeconds(3);

  private final Injector injector;

  Asking(URI base, Duration patience, ShinodoConfig.Tool... tools) {
    this(new ShinodoConfig(base, base.resolve("mcp"), List.of(tools)), patience);
  }

  Asking(ShinodoConfig config, Duration patience) {
    var limits = new ShinodoContext.Patience(patience, patience);
    this.injector =
        Guice.createInjector(
            new ShinodoModule(config, limits, patience),
            new AbstractModule() {
              @Override
              protected void configure() {
                OptionalBinder.newOptionalBinder(binder(), Answerer.class);
                bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
                bind(LongSupplier.class).toInstance(System::nanoTime);
                bind(InstantSource.class).toInstance(new SettableTime());
              }
            });
  }

  static ShinodoConfig.Tool tool(String name) {
    return new ShinodoConfig.Tool(name, Map.of());
  }

  static ShinodoConfig.Tool tool(String name, Map<String, ?> arguments) {
    return new ShinodoConfig.Tool(name, arguments);
  }

  ContextSource source() {
    return injector
        .getInstance(Key.get(new TypeLiteral<Set<ContextSource>>() {}))
        .iterator()
        .next();
  }

  McpClient client() {
    return injector.getInstance(McpClient.class);
  }

  Answerer answerer() {
    return injector.getInstance(Answerer.class);
  }

  static Question question(String words, String reference) {
    return new Question(
        new QuestionId(new UUID(0xf, 1)),
        new QuestionText(words),
        SettableTime.NOON,
        new Question.Stage.Open(reference, 0),
        1);
  }
}
