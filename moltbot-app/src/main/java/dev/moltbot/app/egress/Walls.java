package dev.moltbot.app.egress;

import dev.moltbot.domain.egress.AllowList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that is made from {@code security/allow-list}: the gateway's configuration and rules
 * for two firewalls. Each names the digest of the list it was made from, so each changes with any
 * line of it.
 */
public final class Walls {
  private Walls() {}

  /** The list's text cannot be used. */
  public static final class BadList extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadList(String message) {
      super(message);
    }
  }

  /**
   * Every file by its path below {@code security/}.
   *
   * @param list the text of the allow-list
   * @throws BadList when it has problems; each is named with its line
   */
  public static Map<String, String> files(String list) {
    AllowList.Parsed parsed = AllowList.parse(list);
    if (!parsed.problems().isEmpty()) {
      throw new BadList("security/allow-list: " + String.join("; ", parsed.problems()));
    }
    String digest = digest(list);
    String head =
        "# Made by security/generate from security/allow-list, SHA-256 "
            + digest
            + ".\n# Change the list and make it anew; a change made here fails the build.\n";
    var files = new LinkedHashMap<String, String>();
    files.put("gateway/squid.conf", head + SquidConf.text(parsed.list()));
    files.put("firewall/moltbot.nft", head + Nftables.text(parsed.list()));
    files.put("firewall/lulu.json", LuluRules.text(parsed.list(), digest));
    return files;
  }

  private static String digest(String list) {
    try {
      byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** {@code security/generate}: writes them all. The one argument is the folder security/. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Map<String, String> files = files(Files.readString(folder.resolve("allow-list")));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, file.getValue());
      System.out.println("written: " + target);
    }
  }
}
