package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import dev.moltbot.port.Pause;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that somebody else runs, played by a server of our own. */
class ExternalDatabaseTest {
  @TempDir Path temp;

  @Test
  void worksForALoginThatMayCreateRoles() throws Exception {
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      Servers.run(server, "create role ada login createrole password 'ada-pw'");
      Servers.run(server, "create database letters owner ada");
      var config = PostgresConfig.external(url(server, "ada:ada-pw", "letters"));
      try (PostgresModule module = PostgresModule.open(config, Servers.RANDOM)) {
        Pause pause = Guice.createInjector(module).getInstance(Pause.class);
        pause.pause("me", SettableTime.NOON);
        assertThat(pause.paused()).isTrue();
      }
      PostgresModule.open(config, Servers.RANDOM).close();
    }
  }

  @Test
  void saysWhatAnAdministratorHasToDoWhenItMayNot() throws Exception {
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      Servers.run(server, "create role ada login password 'ada-pw'");
      Servers.run(server, "create database letters owner ada");
      var config = PostgresConfig.external(url(server, "ada:ada-pw", "letters"));
      assertThatThrownBy(() -> PostgresModule.open(config, Servers.RANDOM))
          .isInstanceOf(PostgresModule.CannotStart.class)
          .hasMessageContaining("create role moltbot_app");
      Servers.run(server, "create role moltbot_app");
      Servers.run(server, "grant moltbot_app to ada");
      PostgresModule.open(config, Servers.RANDOM).close();
    }
  }

  @Test
  void saysSoWhenNobodyAnswers() {
    var config =
        PostgresConfig.external(Secret.of("postgresql://ada:secret-pw@127.0.0.1:1/letters"));
    assertThatThrownBy(() -> PostgresModule.open(config, Servers.RANDOM))
        .isInstanceOf(PostgresModule.CannotStart.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("secret-pw");
  }

  @Test
  void demandsTlsOverANetworkAndReadsEscapes() {
    var far = PostgresConfig.external(Secret.of("postgres://a%40b:p%2Fw+1@db.example.org/letters"));
    assertThat(far.user()).isEqualTo("a@b");
    assertThat(far.password().reveal()).isEqualTo("p/w+1");
    assertThat(far.port()).isEqualTo(5_432);
    assertThat(far.parameters()).containsEntry("sslmode", "verify-full");
    var near = PostgresConfig.external(Secret.of("jdbc:postgresql://ada:pw@localhost:99/letters"));
    assertThat(near.parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ada:secret-pw@localhost/letters",
        "postgresql://ada@localhost/letters",
        "postgresql://ada:secret-pw@localhost",
        "postgresql://ada:secret-pw@/letters",
        "postgresql://ada:secret-pw@localhost/letters?socketFactory=org.example.Evil",
        "postgresql://ada:secret-pw@local host/letters"
      })
  void refusesAnAddressWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresConfig.external(Secret.of(url)))
        .withMessageStartingWith("MOLTBOT_DATABASE_URL")
        .withMessageNotContaining("secret-pw");
  }

  private static Secret url(EmbeddedServer server, String login, String database) {
    return Secret.of("postgresql://" + login + "@127.0.0.1:" + server.port() + "/" + database);
  }
}
