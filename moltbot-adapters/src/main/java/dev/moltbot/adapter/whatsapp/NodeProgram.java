package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real bridge, run by Node with permission to read its own folder and nothing else. */
final class NodeProgram implements BridgeProgram {
  /** The oldest Node that Baileys runs on. */
  static final int MIN_NODE = 20;

  /** Longest that {@code node --version} may take, in seconds. */
  private static final long VERSION_SECONDS = 10;

  private static final String MAIN = "src/main.js";
  private static final String BAILEYS = "node_modules/@whiskeysockets/baileys/package.json";

  private final String node;
  private final Path folder;
  private final String main;

  NodeProgram(String node, Path folder) {
    this(node, folder, MAIN);
  }

  NodeProgram(String node, Path folder, String main) {
    this.node = node;
    this.folder = folder.toAbsolutePath().normalize();
    this.main = main;
  }

  @Override
  public Running start() throws IOException {
    checkInstalled();
    var command = new ArrayList<String>(List.of(node));
    command.addAll(permissions(version()));
    command.add("--max-old-space-size=256");
    command.add(folder.resolve(main).toString());
    return BridgeProcess.start(command, folder);
  }

  @Override
  public void check() throws IOException {
    checkInstalled();
    version();
  }

  private void checkInstalled() throws CannotRun {
    if (!Files.isRegularFile(folder.resolve(MAIN))) {
      throw new CannotRun(
          "the WhatsApp bridge is not in " + folder,
          "Set " + WhatsappConfig.BRIDGE.key() + " to the folder whatsapp-bridge of Moltbot.");
    }
    if (!Files.isRegularFile(folder.resolve(BAILEYS))) {
      throw new CannotRun(
          "the WhatsApp bridge is not installed", "Run: (cd " + folder + " && npm ci)");
    }
  }

  /** Node's own guard against files and programs, which goes by another name in each generation. */
  private List<String> permissions(Version version) {
    String read = "--allow-fs-read=" + folder + "/";
    if (version.major() >= 25) {
      return List.of("--permission", "--allow-net", read, "--no-warnings");
    }
    boolean named = version.major() >= 24 || (version.major() == 23 && version.minor() >= 5);
    return List.of(named ? "--permission" : "--experimental-permission", read, "--no-warnings");
  }

  /** A version of Node. */
  record Version(int major, int minor) {
    static Optional<Version> of(String text) {
      String[] parts = text.strip().split("[v.]", -1);
      boolean usual = text.strip().matches("v\\d{1,4}\\.\\d{1,4}\\..{1,40}");
      return usual
          ? Optional.of(new Version(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    }
  }

  /** Which Node it is; also the way to find out that there is none. */
  Version version() throws IOException {
    Optional<Version> version = Version.of(asked());
    if (version.isEmpty() || version.get().major() < MIN_NODE) {
      throw new CannotRun("Node is older than " + MIN_NODE, remedy());
    }
    return version.get();
  }

  private String asked() throws CannotRun {
    try {
      var builder = new ProcessBuilder(node, "--version").redirectErrorStream(true);
      builder.environment().clear();
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readNBytes(100), StandardCharsets.UTF_8);
      if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return text;
    } catch (IOException e) {
      throw new CannotRun("Node cannot be started", remedy());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("interrupted", "Try again.");
    }
  }

  private static String remedy() {
    return "Install Node "
        + MIN_NODE
        + " or newer, or set "
        + WhatsappConfig.NODE.key()
        + " to where it is.";
  }
}
