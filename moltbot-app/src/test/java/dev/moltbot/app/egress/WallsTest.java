package dev.moltbot.app.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list is the only place where somebody decides what may be reached. */
class WallsTest {
  private static final Path SECURITY = Path.of("../security");

  private final String list = read("allow-list");

  private static String read(String file) {
    try {
      return Files.readString(SECURITY.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException("run in a checkout", e);
    }
  }

  @Test
  void holdsTheEightEndpointsAndTheBrokersOne() {
    assertThat(AllowList.parse(list).list().endpoints())
        .extracting(Endpoint::toString)
        .containsExactlyInAnyOrder(
            "api.anthropic.com:443",
            "api.telegram.org:443",
            "gmail.googleapis.com:443",
            "graph.instagram.com:443",
            "api.linkedin.com:443",
            "web.whatsapp.com:443",
            "chatapi.viber.com:443",
            "localhost:3000",
            "oauth2.googleapis.com:443");
  }

  /** A hand edit of any file fails here; security/generate mends it. */
  @Test
  void standsAsItIsMade() {
    Walls.files(list).forEach((file, text) -> assertThat(read(file)).as(file).isEqualTo(text));
  }

  private static Stream<Integer> meantLines() {
    List<String> lines = read("allow-list").lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
        .boxed();
  }

  /** Whichever line goes, no file stays as it was. */
  @ParameterizedTest
  @MethodSource("meantLines")
  void changesEveryFileWithAnyLine(int line) {
    Map<String, String> before = Walls.files(list);
    Map<String, String> after = Walls.files(changed(line));
    assertThat(after).hasSameSizeAs(before);
    after.forEach((file, text) -> assertThat(text).as(file).isNotEqualTo(before.get(file)));
  }

  private String changed(int line) {
    var lines = new ArrayList<>(list.lines().toList());
    String old = lines.get(line);
    String fresh =
        old.startsWith("  key")
            ? old.replaceFirst("key [a-z]", "key z")
            : old.startsWith("  ")
                ? old.replaceFirst("/", "/other/").replace("/other/**", "/other")
                : "z" + old;
    assertThat(fresh).isNotEqualTo(old);
    lines.set(line, fresh);
    return String.join("\n", lines) + "\n";
  }

  @Test
  void makesNothingOfAListThatMakesNoSense() {
    assertThatThrownBy(() -> Walls.files(list + "anything.example\n"))
        .isInstanceOf(Walls.BadList.class)
        .hasMessageContaining("line ");
  }

  /** Squid looks names up for rules on addresses; by then only names of the list are left. */
  @Test
  void settlesNamesBeforeAddresses() {
    String squid = Objects.requireNonNull(Walls.files(list).get("gateway/squid.conf"));
    List<String> access = squid.lines().filter(line -> line.startsWith("http_access")).toList();
    int address = access.indexOf("http_access deny !on_the_host inside");
    assertThat(access.indexOf("http_access deny at_moltbot !names_of_moltbot")).isLessThan(address);
    assertThat(access.indexOf("http_access deny at_tokens !names_of_tokens")).isLessThan(address);
    assertThat(access.subList(0, address)).allMatch(line -> line.startsWith("http_access deny"));
    assertThat(access.getLast()).isEqualTo("http_access deny all");
    assertThat(squid.lines().filter(line -> line.contains("dstdomain")))
        .allMatch(line -> line.contains("dstdomain -n "));
  }
}
