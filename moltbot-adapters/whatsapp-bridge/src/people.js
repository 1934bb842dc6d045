import { isLidUser, isPnUser, jidDecode, jidNormalizedUser } from '@whiskeysockets/baileys';

/** Whether an address is one person; groups, lists, status and channels are not. */
export function isPerson(jid) {
  return Boolean(jid) && (isPnUser(jid) || isLidUser(jid));
}

/**
 * The one name of a person's chat. WhatsApp has two for most: by phone number, and by a number that
 * hides it (LID); messages come under either, and must not make two conversations.
 *
 * @param {{ remoteJid: string, remoteJidAlt?: string }} key
 * @param {string[]} own the owner's own addresses
 * @param {(lid: string) => Promise<string | null>} numberOf looks a LID up among the known ones
 */
export async function chatOf(key, own, numberOf) {
  const jid = jidNormalizedUser(key.remoteJid);
  if (isPnUser(jid)) {
    return jid;
  }
  const alt = key.remoteJidAlt && jidNormalizedUser(key.remoteJidAlt);
  if (alt && isPnUser(alt) && !sameAsAny(alt, own)) {
    return alt;
  }
  const number = await numberOf(jid);
  return number ? jidNormalizedUser(number) : jid;
}

/** The addresses of the account itself. */
export function ownOf(creds) {
  return [creds.me?.id, creds.me?.lid].filter(Boolean).map(jid => jidNormalizedUser(jid));
}

/** The phone number of an address, digits only; empty for one that hides it. */
export function numberOf(jid) {
  return isPnUser(jid) ? (jidDecode(jid)?.user ?? '') : '';
}

function sameAsAny(jid, others) {
  return others.some(other => jidDecode(other)?.user === jidDecode(jid)?.user);
}
