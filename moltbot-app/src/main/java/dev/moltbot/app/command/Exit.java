package dev.moltbot.app.command;

/** What the exit status says. The same table stands in every command's help. */
public final class Exit {
  /** All is well. */
  public static final int OK = 0;

  /** Something was found, or failed. */
  public static final int FINDINGS = 1;

  /** The command line makes no sense. */
  public static final int USAGE = 2;

  /** Settings are missing or wrong (EX_CONFIG of sysexits.h). */
  public static final int CONFIG = 78;

  private Exit() {}
}
