package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: few, exactly as powerful as needed, and none once the owner has said no. */
class AccessTokensTest {
  private static final int THREADS = 8;

  private final GmailRig rig = new GmailRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void mintsOneTokenForEightThreadsThatNeedOneAtOnce() throws Exception {
    assertThat(ask(() -> rig.tokens().current())).hasSize(1);
    assertThat(rig.gmail.tokens.minted()).isEqualTo(1);
  }

  @Test
  void mintsOneTokenForEightThreadsThatWereTurnedDownAtOnce() throws Exception {
    Secret refused = ((Access.Granted) rig.tokens().current()).token();
    assertThat(ask(() -> rig.tokens().insteadOf(refused))).hasSize(1);
    assertThat(rig.gmail.tokens.minted()).isEqualTo(2);
  }

  @Test
  void replacesATokenBeforeItsEndAndNotEarlier() {
    rig.tokens().current();
    rig.time.advance(Duration.ofSeconds(3599).minus(RefreshedTokens.MARGIN).minusSeconds(1));
    rig.tokens().current();
    assertThat(rig.gmail.tokens.minted()).isEqualTo(1);
    rig.time.advance(Duration.ofSeconds(2));
    rig.tokens().current();
    assertThat(rig.gmail.tokens.minted()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FakeTokens.ALL_MAIL,
        FakeTokens.READ + " " + FakeTokens.SEND + " https://www.googleapis.com/auth/gmail.modify",
        FakeTokens.READ + " " + FakeTokens.SEND + " openid"
      })
  void refusesATokenThatMayDoMoreAndNamesWhat(String scope) {
    rig.gmail.tokens.scope(scope);
    assertThat(rig.tokens().current())
        .isInstanceOfSatisfying(
            Access.Denied.class,
            denied ->
                assertThat(denied.reason())
                    .contains("too many:", scope.substring(scope.lastIndexOf(' ') + 1)));
  }

  @Test
  void refusesATokenThatMayDoLessAndNamesWhat() {
    rig.gmail.tokens.scope(FakeTokens.READ);
    assertThat(rig.tokens().current())
        .isInstanceOfSatisfying(
            Access.Denied.class,
            denied -> assertThat(denied.reason()).contains("missing:", FakeTokens.SEND));
  }

  @Test
  void takesTheTwoScopesInAnyOrder() {
    rig.gmail.tokens.scope(FakeTokens.SEND + " " + FakeTokens.READ);
    assertThat(rig.tokens().current()).isInstanceOf(Access.Granted.class);
  }

  @Test
  void asksNoMoreOnceTheAuthorisationIsWithdrawn() {
    rig.revokes();
    assertThat(rig.tokens().current())
        .isInstanceOfSatisfying(
            Access.Denied.class, denied -> assertThat(denied.remedy()).isNotBlank());
    rig.gmail.tokens.answers(Reply.json(500, ""));
    assertThat(rig.tokens().current()).isInstanceOf(Access.Denied.class);
    assertThat(rig.gmail.tokens.minted()).isZero();
  }

  @Test
  void triesAgainLaterWhenTheEndpointFailsOrBabbles() {
    for (var answer :
        List.of(
            Reply.json(500, ""),
            Reply.json(429, ""),
            Reply.json(200, "{"),
            Reply.json(200, "[]"),
            Reply.json(200, "{}"),
            Reply.cut())) {
      rig.gmail.tokens.answers(answer);
      assertThat(rig.tokens().current()).as(answer.toString()).isInstanceOf(Access.Later.class);
    }
    rig.gmail.tokens.answers(null);
    assertThat(rig.tokens().current()).isInstanceOf(Access.Granted.class);
  }

  @Test
  void showsNoSecret() {
    assertThat(rig.config.toString() + rig.tokens().current())
        .doesNotContain("client-secret", "refresh-1", "access-1");
  }

  private List<String> ask(java.util.function.Supplier<Access> question)
      throws InterruptedException, ExecutionException {
    CountDownLatch ready = new CountDownLatch(THREADS);
    List<Future<Access>> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              return question.get();
            }));
      }
    }
    List<String> tokens = new ArrayList<>();
    for (Future<Access> answer : answers) {
      tokens.add(((Access.Granted) answer.get()).token().reveal());
    }
    return tokens.stream().distinct().toList();
  }
}
