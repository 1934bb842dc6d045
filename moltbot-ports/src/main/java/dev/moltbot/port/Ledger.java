package dev.moltbot.port;

/** Counts for status lines and reports. */
public interface Ledger {

  /** One consistent look at everything. */
  Tally tally();

  /**
   * How many rows there are of each kind.
   *
   * @param due conversations that wait for a draft
   * @param asked cards ever shown
   * @param open cards shown and not answered
   * @param unsettled approvals claimed or waiting to be sent
   * @param unknown sends of unknown outcome
   */
  record Tally(
      long messages,
      long quarantined,
      long contacts,
      long due,
      long drafts,
      long asked,
      long open,
      long approved,
      long unsettled,
      long sent,
      long refused,
      long unknown) {}
}
