package dev.moltbot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One pass over a text finds what forty searches would. */
class PhraseAutomatonTest {

  @Test
  void findsPhrasesThatOverlapAndPhrasesInsidePhrases() {
    var automaton = new PhraseAutomaton(List.of("he", "she", "hers", "his"));
    assertThat(automaton.find("ushers").stream().boxed()).containsExactly(0, 1, 2);
    assertThat(automaton.find("this").stream().boxed()).containsExactly(3);
    assertThat(automaton.find("xyz").isEmpty()).isTrue();
  }

  @Test
  void doesNotMindCaseWidthOrWhereALineEnds() {
    var automaton = new PhraseAutomaton(List.of("as soon as", "якнайшвидше"));
    assertThat(automaton.find("As  Soon\n\tas").stream().boxed()).containsExactly(0);
    assertThat(automaton.find("ａｓ soon\u00A0as").stream().boxed()).containsExactly(0);
    assertThat(automaton.find("ЯКНАЙШВИДШЕ").stream().boxed()).containsExactly(1);
    assertThat(automaton.find("assoonas").isEmpty()).isTrue();
  }
}
