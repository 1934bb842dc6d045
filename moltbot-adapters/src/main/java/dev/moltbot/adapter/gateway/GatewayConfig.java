package dev.moltbot.adapter.gateway;

import com.google.inject.Module;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** Where the way out is, from the settings. */
public final class GatewayConfig {
  private static final Setting ADDRESS =
      Setting.optional(
          "MOLTBOT_GATEWAY",
          "The gateway all outside calls go through, such as http://gateway:3128 (docs/egress.md)."
              + " Not set: they go straight out.",
          "");
  private static final Setting AUTHORITY =
      Setting.optional(
          "MOLTBOT_GATEWAY_CA",
          "The gateway's own certificate authority, a PEM file. Not set: gateway-ca.pem in the"
              + " workspace, once it is there.",
          "");

  private static final Setting LOG =
      Setting.optional(
          "MOLTBOT_GATEWAY_LOG",
          "The gateway's file of what it refused, refusals.jsonl; you are told of it. Not set:"
              + " none is read.",
          "");

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(ADDRESS, AUTHORITY, LOG);

  private GatewayConfig() {}

  /** The gateway that is set, or none; what is wrong is noted in the settings as a problem. */
  public static Gateway from(Settings settings, Path workspace) {
    String address = settings.text(ADDRESS);
    if (address.isEmpty()) {
      return Gateway.NONE;
    }
    var gateway = Gateway.at(address);
    if (gateway.isEmpty()) {
      settings.problem(ADDRESS, "is not an address near by, such as http://gateway:3128");
      return Gateway.NONE;
    }
    Path file = authorities(settings, workspace);
    if (Files.exists(file) && !isPem(file)) {
      settings.problem(AUTHORITY, "names a file without a certificate in PEM");
    }
    return gateway.get().believing(file);
  }

  /** Binds what the gateway writes down, where that is set. */
  public static List<Module> log(Settings settings) {
    return settings.has(LOG)
        ? List.of(new GatewayLogModule(Path.of(settings.text(LOG))))
        : List.of();
  }

  /** Maybe not there yet: who waits for the gateway is up before it. */
  private static Path authorities(Settings settings, Path workspace) {
    String file = settings.text(AUTHORITY);
    return file.isEmpty() ? workspace.resolve("gateway-ca.pem") : Path.of(file);
  }

  private static boolean isPem(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty();
    } catch (IOException | CertificateException e) {
      return false;
    }
  }
}
