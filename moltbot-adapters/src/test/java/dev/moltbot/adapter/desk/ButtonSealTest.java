package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ButtonSealTest {
  private static final String TOKEN = "123456:canary-token";
  private static final long OWNER = 4711;
  private static final Button BUTTON =
      new Button('A', UUID.fromString("018f3c1e-7b1a-7c3d-9e2f-0123456789ab"), 0x8899AABBCCDDEEFFL);

  private final ButtonSeal seal = new ButtonSeal(TOKEN, OWNER, OWNER);

  @Test
  void readsWhatItWroteAlsoAfterARestart() {
    String data = seal.write(BUTTON);

    assertThat(new ButtonSeal(TOKEN, OWNER, OWNER).read(data)).contains(BUTTON);
  }

  @Test
  void fitsIntoTelegramsSixtyFourBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      Button any =
          new Button('R', new UUID(random.nextLong(), random.nextLong()), random.nextLong());
      String data = seal.write(any);
      assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSize(ButtonSeal.LENGTH);
      assertThat(seal.read(data)).contains(any);
    }
  }

  @Test
  void refusesEverySingleChangedBit() {
    byte[] data = seal.write(BUTTON).getBytes(StandardCharsets.ISO_8859_1);
    for (int bit = 0; bit < data.length * 8; bit++) {
      byte[] changed = data.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(seal.read(new String(changed, StandardCharsets.ISO_8859_1)))
          .as("bit %s", bit)
          .isEmpty();
    }
  }

  @Test
  void refusesEverySingleChangedCharacter() {
    String data = seal.write(BUTTON);
    for (int at = 0; at < data.length(); at++) {
      for (char c = ' '; c <= '~'; c++) {
        String changed = data.substring(0, at) + c + data.substring(at + 1);
        assertThat(seal.read(changed).isPresent()).isEqualTo(changed.equals(data));
      }
    }
  }

  @Test
  void refusesTheButtonsOfAnotherOwnerChatOrBot() {
    String data = seal.write(BUTTON);

    assertThat(new ButtonSeal(TOKEN, OWNER + 1, OWNER).read(data)).isEmpty();
    assertThat(new ButtonSeal(TOKEN, OWNER, OWNER + 1).read(data)).isEmpty();
    assertThat(new ButtonSeal("123456:other-token", OWNER, OWNER).read(data)).isEmpty();
  }

  @Test
  void refusesAMacMovedToAnotherButton() {
    String one = seal.write(BUTTON);
    String other = seal.write(new Button('A', new UUID(1, 2), BUTTON.digestPrefix()));

    assertThat(seal.read(one.substring(0, 34) + other.substring(34))).isEmpty();
    assertThat(seal.read("R" + one.substring(1))).isEmpty();
  }

  @Test
  void refusesWhatIsNotOursWithoutAnException() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(70)];
      random.nextBytes(bytes);
      assertThat(seal.read(new String(bytes, StandardCharsets.UTF_8))).isEmpty();
    }
    assertThat(seal.read("")).isEmpty();
    assertThat(seal.read("й".repeat(56))).isEmpty();
  }

  @Test
  void namesPeopleWithoutTellingWhoTheyAre() {
    Set<String> names = new HashSet<>();
    for (long user = 1_000; user < 2_000; user++) {
      String name = seal.pseudonym(user);
      assertThat(name).isEqualTo(seal.pseudonym(user)).doesNotContain(String.valueOf(user));
      names.add(name);
    }
    assertThat(names).hasSize(1_000);
  }
}
