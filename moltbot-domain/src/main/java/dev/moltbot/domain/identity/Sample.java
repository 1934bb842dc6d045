package dev.moltbot.domain.identity;

/** Some of the pairs met, spread evenly over all of them, however many there are. */
final class Sample implements Blocking.Use {
  /** More do not change the weights; between half as many and so many are kept. */
  private static final int MOST = 100_000;

  private final Pairs kept = new Pairs();
  private int step = 1;
  private long met;

  @Override
  public void pair(int first, int second) {
    if (met++ % step == 0) {
      kept.add(first, second);
      if (kept.size() == MOST) {
        kept.thin();
        step *= 2;
      }
    }
  }

  Pairs kept() {
    return kept;
  }

  /** For how many pairs each of the kept ones stands. */
  double each() {
    return kept.size() == 0 ? 1 : (double) met / kept.size();
  }

  long met() {
    return met;
  }
}
