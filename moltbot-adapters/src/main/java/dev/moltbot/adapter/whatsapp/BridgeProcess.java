package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process as the bridge. It gets no environment at all, and ends when its standard input does, so
 * it does not outlive this one.
 */
final class BridgeProcess implements BridgeProgram.Running {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeProcess.class);

  /** Longest line of its standard error that is looked at, in bytes. */
  private static final int MAX_REMARK_BYTES = 200;

  /** How the bridge begins a line of its own words; anything else may be anyone's. */
  private static final String OWN_WORDS = "bridge: ";

  private final Process process;

  private BridgeProcess(Process process) {
    this.process = process;
  }

  static BridgeProcess start(List<String> command, Path folder) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    var running = new BridgeProcess(builder.start());
    Thread.ofPlatform().daemon().name("whatsapp-remarks").start(running::remarks);
    return running;
  }

  @Override
  public InputStream out() {
    return process.getInputStream();
  }

  @Override
  public OutputStream in() {
    return process.getOutputStream();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  /** For tests: whether it is there. */
  Process process() {
    return process;
  }

  private void remarks() {
    var lines = new LineReader(process.getErrorStream(), MAX_REMARK_BYTES);
    while (true) {
      try {
        var line = lines.next();
        if (line.isEmpty()) {
          return;
        }
        line.filter(words -> words.matches(OWN_WORDS + "[ -~]*")).ifPresent(LOG::info);
      } catch (LineReader.Nonsense e) {
        // Not in its own words, then; read on so that the pipe does not fill.
      } catch (IOException e) {
        return;
      }
    }
  }
}
