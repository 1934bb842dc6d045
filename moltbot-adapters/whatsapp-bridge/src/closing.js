import { DisconnectReason } from '@whiskeysockets/baileys';

/** First wait before connecting again, in milliseconds; doubles from there. */
export const FIRST_WAIT_MS = 1_000;

/** Longest wait, in milliseconds. */
export const LONGEST_WAIT_MS = 5 * 60_000;

const OUTDATED = 405;

const FINAL = new Map([
  [DisconnectReason.loggedOut, 'logged-out'],
  [DisconnectReason.forbidden, 'forbidden'],
  [OUTDATED, 'outdated'],
  [DisconnectReason.multideviceMismatch, 'mismatch'],
  [DisconnectReason.connectionReplaced, 'replaced'],
]);

const WORDS = new Map([
  [DisconnectReason.connectionClosed, 'the connection closed'],
  [DisconnectReason.connectionLost, 'no connection'],
  [DisconnectReason.restartRequired, 'the service asked for a new connection'],
  [DisconnectReason.unavailableService, 'the service is not available'],
]);

/**
 * A no in plain HTTP, before WhatsApp itself spoke: a gateway's, most likely. Even 401 does not mean
 * that the link is gone.
 */
export class TurnedAway extends Error {
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/**
 * What the end of a connection means: `final` names why there is no going on; otherwise it is tried
 * again, `atOnce` where the service asks for just that.
 */
export function meaningOf(error) {
  if (error instanceof TurnedAway) {
    return { final: '', code: error.status, reason: `HTTP ${error.status}`, atOnce: false };
  }
  const code = Number(error?.output?.statusCode ?? 0);
  return {
    final: FINAL.get(code) ?? '',
    code,
    reason: WORDS.get(code) ?? (code ? `code ${code}` : 'no connection'),
    atOnce: code === DisconnectReason.restartRequired,
  };
}

/** How long to wait after so many failures in a row: doubling, bounded, and never all at once. */
export function waitAfter(failures, random) {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 20));
  return Math.round(whole / 2 + (whole / 2) * random());
}
