package dev.moltbot.adapter.template;

import com.google.inject.AbstractModule;
import dev.moltbot.port.Drafter;

/** Installs the drafter without a model. */
public final class TemplateModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(Drafter.class).toInstance(new TemplateDrafter());
  }
}
