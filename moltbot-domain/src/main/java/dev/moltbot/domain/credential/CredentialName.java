package dev.moltbot.domain.credential;

import java.util.regex.Pattern;

/** What a credential is called: the name of the setting that holds it. Never its value. */
public record CredentialName(String value) implements Comparable<CredentialName> {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");

  public CredentialName {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("no name of a credential");
    }
  }

  @Override
  public int compareTo(CredentialName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
