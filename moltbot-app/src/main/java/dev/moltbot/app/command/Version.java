package dev.moltbot.app.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the jar. */
public final class Version implements IVersionProvider {

  /** The version alone. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"moltbot " + number(), "Java " + Runtime.version()};
  }
}
