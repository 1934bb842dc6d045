package dev.moltbot.app.demo;

import com.google.inject.Module;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Rehearsal.Line;
import dev.moltbot.channel.Rehearsal.Stage;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The channels' own code, each in front of its service played on loopback: nothing between a
 * message and its reply is left out but the internet.
 */
public final class Stages implements Demo.Arrivals, AutoCloseable {
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final List<Module> modules = new ArrayList<>();
  private final List<InboundMessage> script;

  private Stages(List<InboundMessage> script) {
    this.script = script;
  }

  /**
   * Opens the service of each channel that can be rehearsed.
   *
   * @param folder where channels keep their state
   * @param script what is written to the owner, on whatever channel is there
   */
  public static Stages open(List<Channel> channels, Path folder, List<InboundMessage> script) {
    var stages = new Stages(script);
    var folders = new StateFolders(folder);
    stages.modules.add(binder -> binder.bind(StateFolders.class).toInstance(folders));
    channels.forEach(stages::add);
    return stages;
  }

  private void add(Channel channel) {
    channel
        .rehearsal()
        .open()
        .ifPresent(stage -> {
          stages.put(channel.name(), stage);
          modules.add(module(channel, stage));
        });
  }

  private static Module module(Channel channel, Stage stage) {
    var settings = new Settings(stage.settings());
    Module module = channel.module().apply(settings);
    if (!settings.problems().isEmpty()) {
      throw new IllegalStateException(channel.name() + ": " + settings.problems());
    }
    return module;
  }

  /** What installs the channels. */
  public List<Module> modules() {
    return List.copyOf(modules);
  }

  @Override
  public void begin() {
    script.forEach(message -> stage(message).ifPresent(there -> there.receives(line(message))));
  }

  @Override
  public long expected() {
    return script.stream().filter(message -> stage(message).isPresent()).count();
  }

  private Optional<Stage> stage(InboundMessage message) {
    return Optional.ofNullable(stages.get(message.id().channel().value()));
  }

  private static Line line(InboundMessage message) {
    return new Line(
        message.sender().address().value(),
        message.sender().name().reveal(),
        message.content().subject().reveal(),
        message.content().text().reveal(),
        message.has(Trait.BULK),
        message.sentAt());
  }

  /** How many replies each service got, by channel. */
  public Map<String, Integer> sent() {
    var sent = new LinkedHashMap<String, Integer>();
    stages.forEach((channel, stage) -> sent.put(channel, stage.sent().size()));
    return sent;
  }

  /** Whether every message arrived, and every reply that went out reached a service. */
  public boolean accountFor(DemoResult result) {
    long replies = stages.values().stream().mapToLong(stage -> stage.sent().size()).sum();
    return result.received() >= expected() && result.tally().sent() == replies;
  }

  @Override
  public void close() {
    stages.values().forEach(Stage::close);
  }
}
