import { PassThrough } from 'node:stream';
import { bridge } from '../src/bridge.js';

/** The Java side, played: keeps the session in memory and acknowledges what it is told to. */
export class Far {
  state = new Map();
  /** Everything the bridge said, in order. */
  heard = [];
  exits = [];
  #input = new PassThrough();
  #waiting = [];
  #seen = 0;
  #running;

  /**
   * @param {object} world what the bridge is given beside its parent
   * @param {{ acknowledges?: boolean, keeps?: boolean }} [habits]
   */
  constructor(world, { acknowledges = true, keeps = true } = {}) {
    this.acknowledges = acknowledges;
    this.keeps = keeps;
    this.#running = bridge({
      input: this.#input,
      write: text => this.#hear(JSON.parse(text)),
      exit: (code, reason) => this.exits.push({ code, reason }),
      random: () => 0,
      now: () => 0,
      ...world,
    });
  }

  say(line) {
    if (!this.#input.writableEnded) {
      this.#input.write(JSON.stringify(line) + '\n');
    }
    return this;
  }

  /** The next line for which the test holds; each line is looked at once. */
  async next(test, what = 'a line') {
    for (;;) {
      while (this.#seen < this.heard.length) {
        const line = this.heard[this.#seen++];
        if (test(line)) {
          return line;
        }
      }
      await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`never heard ${what}`)), 10_000);
        this.#waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  type(type) {
    return this.next(line => line.type === type, type);
  }

  connection(connection) {
    return this.next(line => line.type === 'state' && line.connection === connection, connection);
  }

  async end() {
    this.#input.end();
    await this.#running;
  }

  #hear(line) {
    this.heard.push(line);
    this.#answer(line);
    this.#waiting.splice(0).forEach(wake => wake());
    return true;
  }

  #answer(line) {
    if (line.type === 'state-get') {
      const values = {};
      for (const name of line.names) {
        if (this.state.has(name)) {
          values[name] = this.state.get(name);
        }
      }
      this.say({ type: 'answer', id: line.id, values });
    } else if (line.type === 'state-set') {
      if (this.keeps) {
        Object.entries(line.values).forEach(([name, value]) =>
          value === null ? this.state.delete(name) : this.state.set(name, value),
        );
      }
      this.say({ type: this.keeps ? 'answer' : 'failed', id: line.id });
    } else if (line.type === 'message' && this.acknowledges) {
      this.say({ type: 'answer', id: line.id });
    }
  }
}
