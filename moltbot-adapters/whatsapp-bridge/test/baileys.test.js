// Real Baileys, in front of WhatsApp Web played on loopback.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWASocket } from '@whiskeysockets/baileys';
import { Far } from './far.js';
import { fails, pairs, scanned, Stub, welcome } from './stub.js';

const JID = '380501112233:7@s.whatsapp.net';

async function on(behaviours, work) {
  const stub = new Stub(behaviours);
  const far = new Far({ makeWASocket, address: await stub.address() });
  try {
    await far.type('hello');
    await work(far, stub);
  } finally {
    await far.end();
    stub.close();
  }
}

/** Links, and gives the session that the parent then holds. */
async function linked() {
  const phone = { loggedIn: pairs };
  let state;
  await on([phone, { loggedIn: welcome }], async (far, stub) => {
    far.say({ type: 'connect', link: true });
    const { code } = await far.type('qr');
    stub.tell(scanned(code, JID));
    await far.next(line => line.type === 'state-set' && 'creds' in line.values, 'the session');
    stub.tell({ tag: 'stream:error', attrs: { code: '515' } });
    const open = await far.connection('open');
    assert.equal(open.number, '380501112233');
    assert.match(open.identity, /^[0-9a-f]{64}$/);
    state = far.state;
  });
  return state;
}

async function loggedIn(behaviours, work) {
  const state = await linked();
  await on(behaviours, async (far, stub) => {
    state.forEach((value, name) => far.state.set(name, value));
    far.say({ type: 'connect', link: false });
    await work(far, stub);
  });
}

test('shows a code, is linked by a phone, and keeps the session with its parent', async () => {
  const state = await linked();
  assert.equal(JSON.parse(state.get('creds')).me.id, JID);
});

test('connects with the session it is given, without a code', async () => {
  await loggedIn([{ loggedIn: welcome }], async far => {
    assert.equal((await far.connection('open')).number, '380501112233');
    assert.ok(!far.heard.some(line => line.type === 'qr'));
  });
});

test('says that the phone took the link back, and does not try again', async () => {
  await loggedIn([{ loggedIn: fails(401) }], async (far, stub) => {
    const ended = await far.type('ended');
    assert.deepEqual([ended.reason, ended.code], ['logged-out', 401]);
    assert.equal(stub.connections, 1);
  });
});

test('says that it is banned, and that it is too old', async () => {
  await loggedIn([{ loggedIn: fails(403) }], async far => {
    assert.equal((await far.type('ended')).reason, 'forbidden');
  });
  await loggedIn([{ loggedIn: fails(405) }], async far => {
    assert.equal((await far.type('ended')).reason, 'outdated');
  });
});

test('says that another took the connection', async () => {
  const replaced = say =>
    say({
      tag: 'stream:error',
      attrs: {},
      content: [{ tag: 'conflict', attrs: { type: 'replaced' } }],
    });
  await loggedIn([{ loggedIn: replaced }], async far => {
    assert.equal((await far.type('ended')).reason, 'replaced');
  });
});

test('waits and connects again after a loss', async () => {
  const cut = (_say, _payload, socket) => socket.close();
  await loggedIn([{ loggedIn: cut }, { loggedIn: welcome }], async (far, stub) => {
    const waiting = await far.connection('waiting');
    assert.equal(waiting.wait, 500);
    await far.connection('open');
    assert.equal(stub.connections, 2);
  });
});

test('takes a refusal before WhatsApp spoke for trouble on the way, even 401', async () => {
  await loggedIn([{ status: 401 }, { loggedIn: welcome }], async far => {
    assert.equal((await far.connection('waiting')).reason, 'HTTP 401');
    await far.connection('open');
  });
});

test('ends when no phone scans the code', async () => {
  const once = (say, _payload, socket) => {
    pairs(say);
    setTimeout(() => socket.close(), 50);
  };
  await on([{ loggedIn: once }], async far => {
    far.say({ type: 'connect', link: true });
    await far.type('qr');
    assert.equal((await far.type('ended')).reason, 'not-scanned');
  });
});

test('never shows a code where none was asked for', async () => {
  await on([{ loggedIn: pairs }], async (far, stub) => {
    far.say({ type: 'connect', link: false });
    assert.equal((await far.type('ended')).reason, 'not-linked');
    assert.equal(stub.connections, 0);
  });
});
