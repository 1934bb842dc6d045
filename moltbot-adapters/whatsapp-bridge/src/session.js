import { BufferJSON, initAuthCreds, proto } from '@whiskeysockets/baileys';

const CREDS = 'creds';

/**
 * The session, kept by the parent: nothing of it is written here. Every change is acknowledged
 * before the call that made it returns.
 */
export class Session {
  #parent;
  #saved = Promise.resolve();

  constructor(parent, creds) {
    this.#parent = parent;
    this.creds = creds;
  }

  /** Reads what there is; a new, unlinked one where there is nothing. */
  static async open(parent) {
    const stored = (await values(parent, [CREDS]))[CREDS];
    return new Session(parent, stored ? revived(stored) : initAuthCreds());
  }

  /** Whether a phone has linked it. */
  get linked() {
    return Boolean(this.creds.me?.id);
  }

  /** As Baileys wants it. */
  get auth() {
    return {
      creds: this.creds,
      keys: { get: (type, ids) => this.#get(type, ids), set: data => this.#set(data) },
    };
  }

  /** Keeps the credentials as they are now; saves run one after the other. */
  save() {
    this.#saved = this.#saved.then(() => put(this.#parent, { [CREDS]: plain(this.creds) }));
    return this.#saved;
  }

  /** Resolves when every save so far is acknowledged. */
  settled() {
    return this.#saved;
  }

  async #get(type, ids) {
    const found = await values(this.#parent, ids.map(id => name(type, id)));
    const data = {};
    for (const id of ids) {
      const stored = found[name(type, id)];
      data[id] = stored ? typed(type, revived(stored)) : null;
    }
    return data;
  }

  async #set(data) {
    const changes = {};
    for (const [type, entries] of Object.entries(data)) {
      for (const [id, value] of Object.entries(entries)) {
        changes[name(type, id)] = value ? plain(value) : null;
      }
    }
    await put(this.#parent, changes);
  }
}

function name(type, id) {
  return `${type}/${id}`;
}

async function values(parent, names) {
  if (names.length === 0) {
    return {};
  }
  return (await parent.ask({ type: 'state-get', names })).values ?? {};
}

async function put(parent, changes) {
  if (Object.keys(changes).length > 0) {
    await parent.ask({ type: 'state-set', values: changes });
  }
}

function plain(value) {
  return JSON.stringify(value, BufferJSON.replacer);
}

function revived(text) {
  return JSON.parse(text, BufferJSON.reviver);
}

function typed(type, value) {
  return type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
}
