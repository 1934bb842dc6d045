import { EventEmitter } from 'node:events';

/**
 * Baileys' socket, played: what it is told to send it notes, and acknowledges as told. Used by the
 * bridge's own tests and by the Java side's, which start `fake-main.js`.
 */
export class FakeBaileys {
  sockets = [];
  sent = [];
  /** What becomes of the next sends: `ack`, an error number, `hang`, `close` or `throw`. */
  next = [];

  /** In place of Baileys' own. */
  makeWASocket = config => {
    const socket = {
      config,
      ev: new EventEmitter(),
      ws: new EventEmitter(),
      signalRepository: { lidMapping: { getPNForLID: async () => null } },
      sendMessage: (to, content, options) => this.#send(socket, to, content, options),
      end: () => {},
    };
    this.sockets.push(socket);
    queueMicrotask(() => this.connected(socket));
    return socket;
  };

  /** What happens once it is connected; a test may put something else here. */
  connected = socket => this.opens(socket);

  opens(socket) {
    const { creds } = socket.config.auth;
    creds.me ??= { id: '380501112233:7@s.whatsapp.net' };
    socket.ev.emit('creds.update', {});
    socket.ev.emit('connection.update', { connection: 'open' });
  }

  closes(socket, statusCode) {
    const error = { output: { statusCode } };
    socket.ev.emit('connection.update', { connection: 'close', lastDisconnect: { error } });
    socket.ws.emit('close');
  }

  receives(socket, ...messages) {
    socket.ev.emit('messages.upsert', { type: 'notify', messages });
  }

  async #send(socket, to, content, { messageId }) {
    this.sent.push({ to, content, messageId });
    const fate = this.next.shift() ?? 'ack';
    if (fate === 'throw') {
      throw new Error('what Baileys says stays here');
    }
    const attrs = { class: 'message', id: messageId };
    setImmediate(() => {
      if (fate === 'close') {
        this.closes(socket, 428);
      } else if (fate !== 'hang') {
        const error = fate === 'ack' ? {} : { error: fate };
        socket.ws.emit(`CB:ack,id:${messageId}`, { attrs: { ...attrs, ...error } });
      }
    });
  }
}

/** A message from somebody, as Baileys decodes it. */
export function from(number, id, text, more = {}) {
  return {
    key: { remoteJid: `${number}@s.whatsapp.net`, id, fromMe: false },
    message: { conversation: text },
    messageTimestamp: 1767268800,
    pushName: 'Ada',
    ...more,
  };
}
