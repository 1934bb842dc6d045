import {
  decodeMessageNode,
  DEFAULT_CONNECTION_CONFIG,
  proto,
  unpadRandomMax16,
} from '@whiskeysockets/baileys';
import { HANDED_OVER } from './limits.js';
import { plainMessage } from './inbound.js';
import { ownOf } from './people.js';

/**
 * Hands messages to the parent before the service hears that they arrived. Baileys sends the
 * receipt as soon as a message is decrypted and tells its user afterwards, so a crash in between
 * would lose it. Here the decrypting waits for the parent, and the new state of the key chain is
 * committed only after it: killed anywhere, the service delivers again and it can be read again.
 */
export class Handover {
  #parent;
  #giveUp;
  #stanzas = new WeakMap();
  #done = new Set();

  /**
   * @param {import('./parent.js').Parent} parent
   * @param {(reason: string) => void} giveUp ends the process, when going on would lose a message
   */
  constructor(parent, giveUp) {
    this.#parent = parent;
    this.#giveUp = giveUp;
  }

  /** Follows the stanzas of a socket, and its events for what comes on other ways. */
  follow(socket, creds) {
    const numberOf = lid => socket.signalRepository.lidMapping.getPNForLID(lid);
    socket.ws.prependListener('CB:message', stanza => this.#remember(stanza));
    socket.ev.on('messages.upsert', ({ messages }) => {
      for (const message of messages) {
        this.#give(message, creds, numberOf).catch(() => this.#giveUp('a message was not taken'));
      }
    });
  }

  /** Baileys' decryption, made to wait for the parent. */
  repository(creds, make = DEFAULT_CONNECTION_CONFIG.makeSignalRepository) {
    return (auth, logger, lookUp) => {
      const inner = make(auth, logger, lookUp);
      const numberOf = lid => inner.lidMapping.getPNForLID(lid);
      const decryptMessage = call =>
        auth.keys.transaction(async () => {
          const bytes = await inner.decryptMessage(call);
          await this.#decrypted(call.ciphertext, bytes, creds, numberOf);
          return bytes;
        }, call.jid);
      return { ...inner, decryptMessage };
    };
  }

  #remember(stanza) {
    const parts = Array.isArray(stanza.content) ? stanza.content : [];
    for (const part of parts) {
      if (part.tag === 'enc' && part.content instanceof Uint8Array) {
        this.#stanzas.set(part.content, stanza);
      }
    }
  }

  async #decrypted(ciphertext, bytes, creds, numberOf) {
    const stanza = this.#stanzas.get(ciphertext);
    const message = stanza && read(stanza, bytes, creds);
    if (message) {
      try {
        await this.#give(message, creds, numberOf);
      } catch (failed) {
        this.#giveUp('a message was not taken');
        throw failed;
      }
    }
  }

  async #give(message, creds, numberOf) {
    const plain = await plainMessage(message, ownOf(creds), numberOf);
    if (!plain) {
      return;
    }
    const once = `${plain.chat}/${plain.me}/${plain.native}`;
    if (!this.#done.has(once)) {
      await this.#parent.ask({ type: 'message', message: plain });
      this.#note(once);
    }
  }

  #note(once) {
    this.#done.add(once);
    if (this.#done.size > HANDED_OVER) {
      this.#done.delete(this.#done.values().next().value);
    }
  }
}

/** Null for what Baileys will not be able to read either. */
function read(stanza, bytes, creds) {
  try {
    const decoded = proto.Message.decode(unpadRandomMax16(bytes));
    const { fullMessage } = decodeMessageNode(stanza, creds.me.id, creds.me.lid ?? '');
    return { ...fullMessage, message: decoded.deviceSentMessage?.message ?? decoded };
  } catch {
    return null;
  }
}
