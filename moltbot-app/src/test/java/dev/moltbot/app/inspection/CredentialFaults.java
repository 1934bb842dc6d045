package dev.moltbot.app.inspection;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Faults of credentials, and of the files they are in. */
final class CredentialFaults {
  private static final String ENV = ".openclaw/.env";

  static final List<Fault> ALL =
      List.of(
          new Fault(
              "configuration.readable",
              "a mistyped name",
              setup -> line(setup, "MOLTBOT_DESK_TOKN=1")),
          new Fault(
              "configuration.readable", "a broken line", setup -> line(setup, "no value here")),
          new Fault(
              "credentials.env-mode", "for all to read", setup -> setup.mode(ENV, "rw-r--r--")),
          new Fault(
              "credentials.env-mode", "for a group to read", setup -> setup.mode(ENV, "rw-r-----")),
          new Fault(
              "credentials.env-owner",
              "somebody else's (as root)",
              setup -> Files.setAttribute(setup.path(ENV), "unix:uid", 12_345)),
          new Fault(
              "credentials.env-no-link",
              "a link",
              setup -> {
                Files.move(setup.path(ENV), setup.path("elsewhere"));
                Files.createSymbolicLink(setup.path(ENV), setup.path("elsewhere"));
              }),
          new Fault(
              "credentials.env-not-committed",
              "in git",
              setup -> setup.tracked("README.md", ".env")),
          new Fault(
              "credentials.env-not-committed",
              "a copy in git",
              setup -> setup.tracked("deploy/.env.production", "README.md")),
          new Fault(
              "credentials.env-ignored",
              "not ignored",
              setup -> setup.write(".gitignore", "target/\n")),
          new Fault("credentials.env-copies", "a backup", setup -> setup.secret(".env.bak", "x=1")),
          new Fault(
              "credentials.env-copies",
              "an editor's copy",
              setup -> setup.secret(".openclaw/.env~", "x=1")),
          new Fault(
              "credentials.kept-private",
              "a session for all to read",
              setup -> setup.mode("channels/telegram/session", "rw-r--r--")),
          new Fault(
              "credentials.dedicated",
              "one token for two bots",
              setup ->
                  setup.env(
                      "MOLTBOT_TELEGRAM_TOKEN", "1111111111:AAFakeFakeFake-desk_9876543210abcdef")),
          new Fault(
              "credentials.not-shared",
              "another program's variable",
              setup -> setup.process("ANTHROPIC_API_KEY", "sk-ant-api03-0f3a9b7c5d1e2f")),
          new Fault(
              "credentials.not-in-environment",
              "a key in the environment",
              setup -> setup.process("MOLTBOT_ANTHROPIC_KEY", "sk-ant-api03-0f3a9b7c5d1e2f")),
          new Fault(
              "credentials.no-placeholder",
              "a placeholder",
              setup -> setup.env("MOLTBOT_VIBER_TOKEN", "your-viber-token")),
          new Fault(
              "credentials.no-placeholder",
              "a weak word",
              setup -> setup.env("MOLTBOT_VIBER_TOKEN", "aaaaaaaaaaaa")),
          new Fault(
              "credentials.desk-token-shape",
              "a token cut in two",
              setup -> setup.env("MOLTBOT_DESK_TOKEN", "1111111111:AAFakeFake")),
          new Fault(
              "credentials.anthropic-key-shape",
              "another house's key",
              setup -> setup.env("MOLTBOT_ANTHROPIC_KEY", "sk-proj-0f3a9b7c5d1e2f")),
          new Fault(
              "credentials.telegram-authorized-user-id-set",
              "nobody",
              setup -> setup.change(ENV, "MOLTBOT_DESK_OWNER=4711\n", "")),
          new Fault(
              "credentials.telegram-authorized-user-id-numeric",
              "a name",
              setup -> setup.env("MOLTBOT_DESK_OWNER", "@olena")),
          new Fault(
              "credentials.telegram-authorized-user-id-numeric",
              "a group",
              setup -> setup.env("MOLTBOT_DESK_OWNER", "-1001234")),
          new Fault(
              "credentials.telegram-authorized-user-id-only",
              "two owners",
              setup -> setup.env("MOLTBOT_DESK_OWNER", "4711,4712")),
          new Fault(
              "credentials.telegram-authorized-user-id-only",
              "another program's owner",
              setup -> setup.process("TELEGRAM_AUTHORIZED_USER_ID", "4712")),
          new Fault(
              "credentials.age",
              "ninety days",
              setup -> setup.at(CleanSetup.NOW.plus(Duration.ofDays(90)))),
          new Fault(
              "credentials.age",
              "dates that make no sense",
              setup -> setup.secret(".openclaw/credentials.json", "{{")),
          new Fault(
              "ongoing.rotation",
              "eighty days",
              setup -> setup.at(CleanSetup.NOW.plus(Duration.ofDays(80)))),
          new Fault(
              "credentials.refresh-token-outside",
              "in the sandbox",
              setup -> setup.env("MOLTBOT_GMAIL_REFRESH_TOKEN", "1//0gFakeRefreshToken")),
          new Fault(
              "credentials.whatsapp-session-key",
              "a word",
              setup -> setup.env("MOLTBOT_WHATSAPP_SESSION_KEY", "open sesame please")),
          new Fault(
              "ongoing.suppressions",
              "something suppressed",
              setup ->
                  setup.secret(
                      ".openclaw/suppressions",
                      "runtime.umask until 2026-12-24 because of the party\n")));

  private CredentialFaults() {}

  private static void line(CleanSetup setup, String line) throws Exception {
    setup.change(ENV, text -> text + line + "\n");
  }
}
