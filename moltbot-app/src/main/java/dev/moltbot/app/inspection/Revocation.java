package dev.moltbot.app.inspection;

import dev.moltbot.domain.credential.CredentialName;
import java.util.Map;
import java.util.TreeMap;

/** Every credential there can be, and where the owner takes it back. */
final class Revocation {
  private static final String BOT_FATHER = "@BotFather on Telegram: /revoke, and choose the bot";
  private static final String LINKEDIN = "https://www.linkedin.com/psettings/permitted-services";
  private static final String META = "https://developers.facebook.com/apps, your app, Basic, Reset";

  private static final Map<CredentialName, String> WHERE =
      new TreeMap<>(
          Map.ofEntries(
              at("MOLTBOT_DESK_TOKEN", BOT_FATHER),
              at("MOLTBOT_ANTHROPIC_KEY", "https://platform.claude.com/settings/keys"),
              at(
                  "MOLTBOT_GMAIL_CLIENT_SECRET",
                  "https://console.cloud.google.com/apis/credentials"),
              at("MOLTBOT_GMAIL_REFRESH_TOKEN", "https://myaccount.google.com/permissions"),
              at("MOLTBOT_IMAP_PASSWORD", "your mail account's settings, app passwords"),
              at("MOLTBOT_INSTAGRAM_TOKEN", "https://www.instagram.com/accounts/manage_access/"),
              at("MOLTBOT_INSTAGRAM_APP_SECRET", META),
              at("MOLTBOT_INSTAGRAM_VERIFY_TOKEN", META),
              at("MOLTBOT_LINKEDIN_READ_TOKEN", LINKEDIN),
              at("MOLTBOT_LINKEDIN_SEND_TOKEN", LINKEDIN),
              at("MOLTBOT_TELEGRAM_TOKEN", BOT_FATHER),
              at("MOLTBOT_VIBER_TOKEN", "https://partners.viber.com, your bot"),
              at("MOLTBOT_WHATSAPP_SESSION_KEY", "WhatsApp on your phone: Linked devices, log out"),
              at("MOLTBOT_TOKENS_KEY", "make a new one: openssl rand -base64 32")));

  private Revocation() {}

  private static Map.Entry<CredentialName, String> at(String name, String where) {
    return Map.entry(new CredentialName(name), where);
  }

  /** By name, in order. */
  static Map<CredentialName, String> where() {
    return WHERE;
  }
}
