package dev.moltbot.arch.planted.contract;

import org.junit.jupiter.api.Test;

/** A contract for the planted violation. */
public interface PlantedContract {
  @Test
  default void keepsItsPromise() {
    throw new AssertionError("not run");
  }
}
