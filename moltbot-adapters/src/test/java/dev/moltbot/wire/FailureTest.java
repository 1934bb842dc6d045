package dev.moltbot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed call is one of three things. */
class FailureTest {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 409, 413, 429, 499})
  void anAnswerThatDeclinesIsANo(int status) {
    assertThat(Failure.answered(status)).isEqualTo(new Failure.AnsweredNo(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 408, 500, 502, 503, 529})
  void anAnswerThatLeavesItOpenIsUnknown(int status) {
    assertThat(Failure.answered(status)).isInstanceOf(Failure.Unknown.class);
  }

  @Test
  void aTimeOutIsUnknownUnlessItsCauseSaysThatNothingLeft() {
    var timeout = new InterruptedIOException("timeout");
    assertThat(Failure.of(timeout)).isInstanceOf(Failure.Unknown.class);
    timeout.initCause(new NeverLeftException(new ConnectException("/192.0.2.1:443/bot-canary")));
    assertThat(Failure.of(timeout))
        .isEqualTo(new Failure.NeverLeft("ConnectException before the call left"));
  }

  @Test
  void quotesNoMessageOfAnException() {
    assertThat(Failure.of(new IOException("canary")).reason()).doesNotContain("canary");
  }
}
