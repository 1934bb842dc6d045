import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Curve, proto, WA_ADV_ACCOUNT_SIG_PREFIX } from '@whiskeysockets/baileys';
import { Responder } from './noise.js';

const { WebSocketServer } = createRequire(import.meta.url)('ws');

/**
 * WhatsApp Web on loopback: the handshake, linking, logging in, acknowledgements and ends, as far as
 * Baileys can tell. Behaviours queue up, one per connection; the last one stays.
 */
export class Stub {
  #server;
  #behaviours;
  #sockets = new Set();
  /** Every node that came in, by its tag. */
  nodes = [];
  connections = 0;

  constructor(behaviours) {
    this.#behaviours = behaviours;
    this.#server = new WebSocketServer({
      port: 0,
      host: '127.0.0.1',
      verifyClient: (_info, answer) => this.#verify(answer),
    });
    this.#server.on('connection', socket => this.#connected(socket));
  }

  async address() {
    if (!this.#server.address()) {
      await once(this.#server, 'listening');
    }
    return `ws://127.0.0.1:${this.#server.address().port}/ws/chat`;
  }

  close() {
    for (const socket of this.#sockets) {
      socket.terminate();
    }
    this.#server.close();
  }

  /** Sends a node on every open connection. */
  tell(node) {
    for (const socket of this.#sockets) {
      socket.send(socket.noise.frame(node));
    }
  }

  #verify(answer) {
    const status = this.#behaviours[0].status;
    if (status) {
      this.connections++;
      this.#next();
      answer(false, status, 'no');
    } else {
      answer(true);
    }
  }

  #next() {
    return this.#behaviours.length > 1 ? this.#behaviours.shift() : this.#behaviours[0];
  }

  #connected(socket) {
    this.connections++;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    const behaviour = this.#next();
    socket.noise = new Responder();
    let step = 0;
    let inOrder = Promise.resolve();
    socket.on('message', bytes => {
      for (const frame of socket.noise.frames(bytes)) {
        const number = step++;
        inOrder = inOrder.then(() => this.#frame(socket, behaviour, number, frame));
      }
    });
  }

  async #frame(socket, behaviour, number, frame) {
    if (number === 0) {
      socket.send(socket.noise.hello(frame));
    } else if (number === 1) {
      const payload = socket.noise.finish(frame);
      await behaviour.loggedIn?.(node => socket.send(socket.noise.frame(node)), payload, socket);
    } else {
      const node = await socket.noise.node(frame);
      this.nodes.push(node);
      this.#answer(socket, behaviour, node);
    }
  }

  #answer(socket, behaviour, node) {
    const say = reply => socket.send(socket.noise.frame(reply));
    if (behaviour.heard?.(node, say, socket)) {
      return;
    }
    if (node.tag === 'iq' && node.attrs.type !== 'result') {
      say({ tag: 'iq', attrs: { id: node.attrs.id, type: 'result', from: '@s.whatsapp.net' } });
    }
  }
}

/** Lets a linked client in. */
export function welcome(say) {
  say({ tag: 'success', attrs: { t: '1767268800', lid: '9001:3@lid' } });
  say({ tag: 'ib', attrs: {}, content: [{ tag: 'offline', attrs: { count: '0' } }] });
}

/** Turns it away, as after the phone took the link back. */
export function fails(reason) {
  return say => say({ tag: 'failure', attrs: { reason: String(reason), location: 'cln' } });
}

/** Offers codes to scan. */
export function pairs(say) {
  const refs = ['ref-one', 'ref-two'].map(ref => ({
    tag: 'ref',
    attrs: {},
    content: Buffer.from(ref),
  }));
  say({
    tag: 'iq',
    attrs: { from: '@s.whatsapp.net', type: 'set', id: 'pair-1', xmlns: 'md' },
    content: [{ tag: 'pair-device', attrs: {}, content: refs }],
  });
}

/** What the service tells the client once a phone has scanned this code. */
export function scanned(code, jid) {
  const [, , identity, secret] = code.slice(code.indexOf('#') + 1).split(',');
  const phone = Curve.generateKeyPair();
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: 1, keyIndex: 1 }).finish();
  const signed = Buffer.concat([
    WA_ADV_ACCOUNT_SIG_PREFIX,
    details,
    Buffer.from(identity, 'base64'),
  ]);
  const account = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: phone.public,
    accountSignature: Curve.sign(phone.private, signed),
  }).finish();
  const hmac = createHmac('sha256', Buffer.from(secret, 'base64')).update(account).digest();
  const content = proto.ADVSignedDeviceIdentityHMAC.encode({ details: account, hmac }).finish();
  return {
    tag: 'iq',
    attrs: { from: '@s.whatsapp.net', type: 'set', id: 'pair-2' },
    content: [
      {
        tag: 'pair-success',
        attrs: {},
        content: [
          { tag: 'device-identity', attrs: {}, content },
          { tag: 'device', attrs: { jid, lid: '9001:3@lid' } },
          { tag: 'platform', attrs: { name: 'android' } },
        ],
      },
    ],
  };
}
