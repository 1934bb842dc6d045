package dev.moltbot.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that sends without an approval is not code: the compiler refuses it. */
class ConsentTest {
  @TempDir Path output;

  @Test
  void compilesASendThatWentThroughAnApproval() {
    assertThat(
            errors(
                """
                Release release = approval.release(draft, now);
                if (release instanceof Release.Cleared cleared) {
                  sender.send(cleared.message());
                }
                """))
        .isEmpty();
  }

  @Test
  void doesNotCompileASendOfAMessageMadeByHand() {
    assertThat(errors("sender.send(new OutboundMessage(approval.id(), draft));"))
        .anyMatch(error -> error.contains("not public in dev.moltbot.domain.approval"));
  }

  @Test
  void doesNotCompileASendOfADraft() {
    assertThat(errors("sender.send(draft);"))
        .anyMatch(error -> error.matches(".*Draft cannot be converted to .*OutboundMessage"));
  }

  @Test
  void doesNotCompileASubclassOfTheMessage() {
    assertThat(errors("class Forged extends OutboundMessage {}"))
        .anyMatch(error -> error.contains("cannot inherit from final"));
  }

  private List<String> errors(String statements) {
    String source =
        """
        import dev.moltbot.domain.approval.*;
        import dev.moltbot.domain.draft.Draft;
        import dev.moltbot.port.ChannelSender;
        import java.time.Instant;
        class Sending {
          void send(ChannelSender sender, Approval approval, Draft draft, Instant now) {
            %s
          }
        }
        """
            .formatted(statements);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    var options = List.of("-d", output.toString(), "-cp", System.getProperty("java.class.path"));
    compiler
        .getTask(
            new StringWriter(),
            compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8),
            found,
            options,
            null,
            List.of(new Source(source)))
        .call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
  }

  /** A file that exists only here. */
  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///Sending.java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
