package dev.moltbot.app.exports;

import dev.moltbot.app.runtime.Installed;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The owner's addresses and numbers that Moltbot knows already. */
public final class OwnNames {
  private OwnNames() {}

  /** What is set for installed channels, and what accounts that were read are called. */
  public static Set<String> of(Settings settings, List<AccountId> accounts) {
    var names = new TreeSet<String>();
    accounts.stream().map(AccountId::name).filter(OwnNames::telling).forEach(names::add);
    Installed.CHANNELS.stream()
        .flatMap(channel -> channel.settings().stream())
        .filter(OwnNames::ofAnAddress)
        .filter(settings::has)
        .map(settings::text)
        .filter(OwnNames::telling)
        .forEach(names::add);
    return names;
  }

  private static boolean ofAnAddress(Setting setting) {
    return setting.key().endsWith("_ADDRESS") || setting.key().endsWith("_NUMBER");
  }

  /** An address or a number; other accounts are called by what only their service understands. */
  private static boolean telling(String name) {
    return name.contains("@") || name.matches("\\+\\d{7,15}");
  }
}
