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

  /** All that {@code --version} says. */
  public static void print() {
    for (String line : new Version().getVersion()) {
      System.out.println(line);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"moltbot " + number(), "Java " + Runtime.version()};
  }
}
