package dev.moltbot.adapter.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Styles and scripts as they stand in the page, and the policy that lets these run and no other.
 */
final class Inlined {
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String CYTOSCAPE = WEBJARS + "cytoscape/3.33.1/";
  private static final String UPLOT = WEBJARS + "uplot/1.6.30/";

  private static final List<String> STYLES =
      List.of(UPLOT + "dist/uPlot.min.css", "page.css", "parts.css", "print.css");

  /** In the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          CYTOSCAPE + "dist/cytoscape.min.js",
          UPLOT + "dist/uPlot.iife.min.js",
          "data.js",
          "element.js",
          "names.js",
          "ties.js",
          "backdrop.js",
          "picture.js",
          "person.js",
          "search.js",
          "people.js",
          "chart.js",
          "csv.js",
          "start.js");

  private static final List<String> LICENCES = List.of(CYTOSCAPE + "LICENSE", UPLOT + "LICENSE");

  final List<String> styles = read(STYLES);
  final List<String> scripts = read(SCRIPTS);
  final List<String> licences = read(LICENCES);

  /**
   * Nothing may be fetched, and only the inlined texts run, word for word. No script may turn a
   * text into markup either, where the browser knows trusted types.
   */
  String policy() {
    return "default-src 'none'; script-src "
        + hashes(scripts)
        + "; style-src "
        + hashes(styles)
        + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
  }

  private static String hashes(List<String> texts) {
    return texts.stream().map(Inlined::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sha256) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static List<String> read(List<String> names) {
    return names.stream().map(Inlined::read).toList();
  }

  /** Carriage returns would be read as line feeds, and the hash be of another text. */
  private static String read(String name) {
    try (InputStream in = Inlined.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program's jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
