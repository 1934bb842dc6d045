package dev.moltbot.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/** The power to construct one is the power to send. */
class OutboundMessageTest {

  @Test
  void hasOneConstructorAndItIsNotPublic() {
    Constructor<?>[] constructors = OutboundMessage.class.getDeclaredConstructors();
    assertThat(constructors).hasSize(1);
    int modifiers = constructors[0].getModifiers();
    assertThat(Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)).isFalse();
    assertThat(Modifier.isFinal(OutboundMessage.class.getModifiers())).isTrue();
  }
}
