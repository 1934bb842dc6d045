import { extractMessageContent } from '@whiskeysockets/baileys';
import { MAX_NAME_UNITS, MAX_TEXT_UNITS } from './limits.js';
import { chatOf, isPerson } from './people.js';

/** What programs tell each other, and what changes an earlier message: not messages. */
const NO_MESSAGE = new Set([
  'protocolMessage',
  'reactionMessage',
  'encReactionMessage',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'messageContextInfo',
  'pollUpdateMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'secretEncryptedMessage',
  'placeholderMessage',
  'call',
  'chat',
]);

/**
 * What a message comes to, in plain fields; null for what is left out: groups, lists, status,
 * channels, reactions, edits, deletions and everything between programs. What is not text (files,
 * polls, places) is `files`, with its caption for words.
 *
 * @param {object} message as Baileys decodes it
 * @param {string[]} own the owner's own addresses
 * @param {(lid: string) => Promise<string | null>} numberOf
 */
export async function plainMessage(message, own, numberOf) {
  const { key } = message;
  const content = extractMessageContent(message.message);
  if (!isPerson(key?.remoteJid) || !key.id || !content || message.category === 'peer') {
    return null;
  }
  const words = wordsOf(content);
  const files = Object.keys(content).some(kind => content[kind] && isFile(kind));
  if (words === '' && !files) {
    return null;
  }
  return {
    native: key.id,
    chat: await chatOf(key, own, numberOf),
    me: Boolean(key.fromMe),
    name: cut(message.pushName ?? '', MAX_NAME_UNITS),
    text: cut(words, MAX_TEXT_UNITS),
    cut: words.length > MAX_TEXT_UNITS,
    files,
    at: Number(message.messageTimestamp ?? 0) * 1000,
  };
}

function wordsOf(content) {
  return (
    content.conversation ||
    content.extendedTextMessage?.text ||
    content.imageMessage?.caption ||
    content.videoMessage?.caption ||
    content.documentMessage?.caption ||
    content.interactiveMessage?.body?.text ||
    content.listMessage?.description ||
    ''
  );
}

function isFile(kind) {
  return kind !== 'conversation' && kind !== 'extendedTextMessage' && !NO_MESSAGE.has(kind);
}

/** Never between the halves of a surrogate pair. */
function cut(words, max) {
  if (words.length <= max) {
    return words;
  }
  const code = words.charCodeAt(max - 1);
  return words.slice(0, code >= 0xd800 && code <= 0xdbff ? max - 1 : max);
}
