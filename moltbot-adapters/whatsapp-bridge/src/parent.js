import { PARENT_MS } from './limits.js';
import { lines, written } from './lines.js';

/** The parent did not do what it was asked, in time or at all. */
export class ParentFailed extends Error {}

/** The process that started the bridge, at the other end of standard input and output. */
export class Parent {
  #write;
  #patience;
  #handlers = new Map();
  #asked = new Map();
  #lastId = 0;

  /**
   * @param {(text: string) => boolean} write
   * @param {number} [patience] how long it has to answer, in milliseconds
   */
  constructor(write, patience = PARENT_MS) {
    this.#write = write;
    this.#patience = patience;
  }

  /** Says what to do with lines of a type. One handler a type. */
  on(type, handler) {
    this.#handlers.set(type, handler);
    return this;
  }

  /** Tells it something that needs no answer. */
  tell(line) {
    this.#write(written(line));
  }

  /**
   * Asks it something and waits for the answer, which names the same id.
   *
   * @param {Record<string, unknown>} line
   * @returns {Promise<Record<string, unknown>>}
   */
  ask(line) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#answered(id, null), this.#patience);
      this.#asked.set(id, { resolve, reject, timer });
      this.tell({ ...line, id });
    });
  }

  /** Hears it out; ends when its side of standard input does. */
  async listen(input) {
    try {
      for await (const line of lines(input)) {
        this.#heard(line);
      }
    } finally {
      [...this.#asked.keys()].forEach(id => this.#answered(id, null));
    }
  }

  #heard(line) {
    if (line.type === 'answer' || line.type === 'failed') {
      this.#answered(line.id, line.type === 'answer' ? line : null);
    } else {
      this.#handlers.get(line.type)?.(line);
    }
  }

  #answered(id, line) {
    const waiting = this.#asked.get(id);
    if (!waiting) {
      return;
    }
    this.#asked.delete(id);
    clearTimeout(waiting.timer);
    if (line) {
      waiting.resolve(line);
    } else {
      waiting.reject(new ParentFailed('the parent did not do it'));
    }
  }
}
