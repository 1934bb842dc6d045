package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that is renewed in time, kept, and replaced when the owner has a newer one. */
class TokensTest {
  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void isRenewedByReadingAndReadsOnWithTheNewOne() {
    rig.drain(Cursor.START);
    assertThat(rig.tokens().current().reveal()).isEqualTo(FakeToken.FIRST);
    rig.time.advance(Duration.ofDays(2));
    rig.drain(Cursor.START);
    assertThat(rig.tokens().current().reveal()).isEqualTo("IGAA-renewed-1");
    rig.time.advance(Duration.ofDays(6));
    rig.drain(Cursor.START);
    assertThat(rig.instagram.token.renewed()).isEqualTo(1);
    rig.time.advance(Duration.ofDays(1));
    rig.drain(Cursor.START);
    assertThat(rig.instagram.token.renewed()).isEqualTo(2);
  }

  /** A year of looking once in five days: no token ever comes near its end. */
  @Test
  void neverEndsWhileItIsUsed() {
    Cursor cursor = Cursor.START;
    for (int day = 0; day < 365; day += 5) {
      rig.time.advance(Duration.ofDays(5));
      cursor = rig.drain(cursor);
      assertThat(rig.tokens().standing().held().left(rig.time.instant()).toDays())
          .isGreaterThan(49);
    }
  }

  @Test
  void isKeptAcrossARestartWithTheDayItWasMinted() {
    renewed();
    Held before = rig.tokens().standing().held();
    rig.time.advance(Duration.ofDays(3));
    rig.restarts();
    Held after = rig.tokens().standing().held();
    assertThat(after.token().reveal()).isEqualTo(before.token().reveal());
    assertThat(after.age(rig.time.instant()).toDays()).isEqualTo(3);
  }

  @Test
  void givesWayToANewerOneInTheSettingsAndNotToTheOldOne() {
    renewed();
    rig.instagram.token.mint("IGAA-second", Duration.ZERO);
    rig.restarts("IGAA-second");
    assertThat(rig.tokens().current().reveal()).isEqualTo("IGAA-second");
    rig.restarts("IGAA-second");
    assertThat(rig.tokens().current().reveal()).isEqualTo("IGAA-second");
  }

  @Test
  void isTheSettingsTokenWhenTheFileMakesNoSense() throws IOException {
    for (String odd : new String[] {"", "1\nx", "9\na\nb\nc\nd\ne", "1\na\n1\n2\ntrue\n\u0007"}) {
      rig.folder().write("token", odd.getBytes(StandardCharsets.UTF_8));
      rig.restarts();
      assertThat(rig.tokens().current().reveal()).isEqualTo(FakeToken.FIRST);
    }
  }

  @Test
  void isRenewedOnceWhenEightAskAtOnce() throws Exception {
    rig.time.advance(Duration.ofDays(2));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> rig.tokens().keepFresh()));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(rig.instagram.token.renewed()).isEqualTo(1);
  }

  /** The old one lives on; the next try comes hours later. */
  @Test
  void isNoOutageWhenItCannotBeRenewed() {
    rig.tokens().current();
    rig.time.advance(Duration.ofDays(2));
    rig.instagram.service().next(FakeInstagram::renews, FakeInstagram.refusal(500, 2, 0));
    rig.receives(1);
    assertThat(rig.batch(Cursor.START).messages()).hasSize(1);
    assertThat(rig.tokens().standing().failure()).contains("HTTP 500");
    rig.drain(Cursor.START);
    assertThat(rig.instagram.token.renewed()).isZero();
    rig.time.advance(Tokens.RETRY);
    rig.drain(Cursor.START);
    assertThat(rig.instagram.token.renewed()).isEqualTo(1);
    assertThat(rig.tokens().standing().failure()).isEmpty();
  }

  @Test
  void isNotReplacedByAnAnswerWithoutAToken() {
    rig.time.advance(Duration.ofDays(2));
    for (String odd :
        new String[] {
          "{}",
          "{\"access_token\":\"\",\"expires_in\":5}",
          "{\"access_token\":\"a b\",\"expires_in\":5}",
          "{\"access_token\":\"x\",\"expires_in\":0}",
          "[]"
        }) {
      rig.instagram.service().next(FakeInstagram::renews, Reply.ok(odd));
      rig.tokens().keepFresh();
      assertThat(rig.tokens().current().reveal()).isEqualTo(FakeToken.FIRST);
      rig.time.advance(Tokens.RETRY);
    }
  }

  @Test
  void stopsTheChannelWhenItIsDead() {
    rig.drain(Cursor.START);
    rig.time.advance(Duration.ofDays(61));
    assertThat(rig.read(Cursor.START))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class,
            stopped -> assertThat(stopped.remedy()).contains("MOLTBOT_INSTAGRAM_TOKEN"));
  }

  private void renewed() {
    rig.time.advance(Duration.ofDays(2));
    rig.tokens().keepFresh();
    assertThat(rig.instagram.token.renewed()).isEqualTo(1);
  }
}
