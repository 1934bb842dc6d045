/** Everything has a limit, with a name and a unit. The README lists them; Java has the same ones. */

/** Version of the line protocol; the parent refuses any other. */
export const PROTOCOL = 1;

/** Longest line in either direction, in bytes without the line's end. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** Longest text handed over, in UTF-16 units; the rest is cut and the message marked. */
export const MAX_TEXT_UNITS = 65_536;

/** Longest name of a sender handed over, in UTF-16 units. */
export const MAX_NAME_UNITS = 200;

/** Longest text sent, in UTF-16 units; the parent's own limit is lower. */
export const MAX_SEND_UNITS = 65_536;

/** How long the service has to acknowledge a send, in milliseconds. */
export const ACK_MS = 20_000;

/** How long the parent has to answer a question, in milliseconds. */
export const PARENT_MS = 30_000;

/** Ids of messages remembered as handed over, so that a second event of the same is not a line. */
export const HANDED_OVER = 2_000;

/**
 * The version of WhatsApp Web that the bridge says it is: Baileys' own, of the release pinned in
 * package.json. Never looked up anywhere.
 */
export const WHATSAPP_WEB = [2, 3000, 1043857760];

/** The one address that is ever connected to. */
export const ADDRESS = 'wss://web.whatsapp.com/ws/chat';
