package dev.moltbot.arch.planted.contract;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Breaks a rule on purpose: overrides one contract test and disables it. Its name is no test's. */
class PlantedImplementation implements PlantedContract {
  @Override
  @Disabled
  @Test
  public void keepsItsPromise() {}
}
