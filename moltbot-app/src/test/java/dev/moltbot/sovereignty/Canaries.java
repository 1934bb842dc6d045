package dev.moltbot.sovereignty;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * People the owner knows and who do not write today. Everyone is invented; nothing about them may
 * leave the machine in any spelling.
 */
final class Canaries {
  /** What is looked for, by what it is, in the spellings that people and programs use. */
  static final Map<String, List<String>> ALL =
      new TreeMap<>(
          Map.of(
              "name", List.of("Zora Kanarek", "Kanarek, Zora", "Zora_Kanarek"),
              "name in Cyrillic", List.of("Зоряна Щигликівна", "Zoriana Shchyhlykivna"),
              "e-mail", List.of("zora.kanarek@aviary.example"),
              "other e-mail", List.of("shchyhlyk@nest.example"),
              "phone",
                  List.of("+380445550199", "+380 44 555-01-99", "(044) 555 01 99", "445550199"),
              "user name", List.of("zwitscher_zora"),
              "note", List.of("allergic to feathers"),
              "tag", List.of("ornithologist"),
              "subject", List.of("the parrot subject"),
              "message", List.of("finches in the body")));

  private Canaries() {}
}
