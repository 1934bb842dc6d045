package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import dev.moltbot.port.ChannelCheck.Health;

/** Reading where LinkedIn gives none: what the owner imports is all there is. */
final class ImportPart extends AbstractModule {
  static final String WORDS = "messages come from imports only";

  @Override
  protected void configure() {
    bind(Reads.class).toInstance(() -> new Health.Fine(WORDS));
  }
}
