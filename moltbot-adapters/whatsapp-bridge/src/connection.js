import { createHash } from 'node:crypto';
import { Browsers } from '@whiskeysockets/baileys';
import { meaningOf, TurnedAway, waitAfter } from './closing.js';
import { ADDRESS, WHATSAPP_WEB } from './limits.js';
import { isPerson, numberOf } from './people.js';
import { SILENT } from './quiet.js';

/** How long a connection must hold before the waits start short again, in milliseconds. */
const STEADY_MS = 60_000;

/** Keeps one connection up until it is told to stop or there is no going on. */
export class Connection {
  #world;
  #session;
  #linking;
  #failures = 0;
  #openedAt = 0;
  #timer = null;
  #socket = null;
  #open = false;
  #shown = false;
  #stopped = false;

  /**
   * @param {object} world makeWASocket, parent, handover, random, now, address, agent, ended
   * @param {import('./session.js').Session} session
   * @param {boolean} linking whether a code to scan is wanted
   */
  constructor(world, session, linking) {
    this.#world = world;
    this.#session = session;
    this.#linking = linking;
  }

  /** The open socket, or null. */
  get socket() {
    return this.#open ? this.#socket : null;
  }

  /** Connects, and goes on connecting. */
  start() {
    if (this.#stopped) {
      return;
    }
    this.#tell({ connection: 'connecting' });
    const socket = this.#world.makeWASocket(this.#config());
    this.#socket = socket;
    this.#world.handover.follow(socket, this.#session.creds);
    // Baileys passes this event on and then waits for ever.
    socket.ws.on('unexpected-response', (request, response) => {
      request.destroy();
      socket.end(new TurnedAway(response.statusCode));
    });
    socket.ev.on('creds.update', () => this.#save());
    socket.ev.on('connection.update', update => this.#heard(update));
  }

  /** Ends it for good. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#socket?.end?.(undefined);
  }

  #config() {
    return {
      version: WHATSAPP_WEB,
      waWebSocketUrl: this.#world.address ?? ADDRESS,
      browser: Browsers.macOS('Chrome'),
      agent: this.#world.agent,
      logger: SILENT,
      auth: this.#session.auth,
      makeSignalRepository: this.#world.handover.repository(this.#session.creds),
      // What is ours already is not told again; the phone's own notifications stay on.
      emitOwnEvents: false,
      markOnlineOnConnect: false,
      syncFullHistory: false,
      shouldSyncHistoryMessage: () => false,
      shouldIgnoreJid: jid => !isPerson(jid),
      generateHighQualityLinkPreview: false,
    };
  }

  #heard(update) {
    if (update.qr && this.#linking) {
      this.#shown = true;
      this.#world.parent.tell({ type: 'qr', code: update.qr });
    }
    if (update.connection === 'open') {
      this.#opened().catch(() => this.#world.giveUp('the session was not taken'));
    }
    if (update.connection === 'close') {
      this.#closed(update.lastDisconnect?.error).catch(() =>
        this.#world.giveUp('the session was not taken'),
      );
    }
  }

  async #opened() {
    this.#openedAt = this.#world.now();
    await this.#session.save();
    this.#open = true;
    const { me, signedIdentityKey } = this.#session.creds;
    this.#tell({
      connection: 'open',
      number: numberOf(me.id),
      identity: createHash('sha256').update(signedIdentityKey.public).digest('hex'),
    });
  }

  async #closed(error) {
    this.#open = false;
    await this.#session.settled();
    const meaning = meaningOf(error);
    const unscanned = this.#shown && !this.#session.linked;
    if (meaning.final || unscanned) {
      this.#world.ended(meaning.final || 'not-scanned', meaning.code);
      return;
    }
    const wait = meaning.atOnce ? 0 : this.#nextWait();
    this.#tell({ connection: 'waiting', reason: meaning.reason, wait });
    this.#timer = setTimeout(() => this.start(), wait);
  }

  #nextWait() {
    const steady = this.#openedAt > 0 && this.#world.now() - this.#openedAt >= STEADY_MS;
    this.#openedAt = 0;
    this.#failures = steady ? 0 : this.#failures + 1;
    return waitAfter(Math.max(0, this.#failures - 1), this.#world.random);
  }

  #save() {
    this.#session.save().catch(() => this.#world.giveUp('the session was not taken'));
  }

  #tell(state) {
    this.#world.parent.tell({ type: 'state', ...state });
  }
}
