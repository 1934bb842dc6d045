package dev.moltbot.app.inspection;

/**
 * Something wrong that a clean set-up does not have.
 *
 * @param id the one check that has to find it
 */
record Fault(String id, String what, Plant plant) {

  interface Plant {
    void in(CleanSetup setup) throws Exception;
  }

  @Override
  public String toString() {
    return id + ": " + what;
  }
}
