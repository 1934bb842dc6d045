package dev.moltbot.adapter.report;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview.Person;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that say nothing about their bearers. A contact's id is a plain hash of an address, which
 * anybody can make; so the pseudonym is a keyed one, and without the key nobody can tell whose it
 * is, nor test a guess.
 */
final class Pseudonyms {
  private static final String[] COLOURS = {
    "Amber", "Azure", "Beige", "Bronze", "Copper", "Coral", "Cream", "Crimson", "Golden", "Green",
    "Grey", "Indigo", "Ivory", "Jade", "Lilac", "Lime", "Maroon", "Mauve", "Navy", "Ochre", "Olive",
    "Pearl", "Plum", "Purple", "Ruby", "Rusty", "Sandy", "Scarlet", "Silver", "Teal", "Violet",
    "White"
  };

  private static final String[] ANIMALS = {
    "Badger", "Beaver", "Bison", "Camel", "Crane", "Deer", "Dolphin", "Eagle", "Falcon", "Ferret",
    "Finch", "Fox", "Gecko", "Hare", "Heron", "Ibis", "Jaguar", "Koala", "Lemur", "Lynx", "Magpie",
    "Marten", "Mole", "Newt", "Otter", "Owl", "Panda", "Puffin", "Raven", "Seal", "Stork", "Wren"
  };

  private final SecretKeySpec key;

  Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** One for each, in order; where two would be the same, the later one is longer. */
  List<UntrustedText> of(List<Person> people) {
    var names = new ArrayList<UntrustedText>();
    Set<String> taken = new HashSet<>();
    for (Person person : people) {
      byte[] keyed = keyed(person.id());
      int digits = 3;
      String name = name(keyed, digits);
      while (!taken.add(name)) {
        name = name(keyed, ++digits);
      }
      names.add(new UntrustedText(name));
    }
    return names;
  }

  private static String name(byte[] keyed, int digits) {
    String colour = COLOURS[(keyed[0] & 0xff) % COLOURS.length];
    String animal = ANIMALS[(keyed[1] & 0xff) % ANIMALS.length];
    return colour
        + " "
        + animal
        + " "
        + HexFormat.of().formatHex(keyed, 2, 32).substring(0, digits);
  }

  private byte[] keyed(ContactId id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
      bytes.putLong(id.value().getMostSignificantBits());
      bytes.putLong(id.value().getLeastSignificantBits());
      return mac.doFinal(bytes.array());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has HMAC-SHA-256", e);
    }
  }
}
