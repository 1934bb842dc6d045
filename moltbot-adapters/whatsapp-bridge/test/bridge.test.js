// The line protocol, with Baileys' socket replaced.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeBaileys, from } from './fake-baileys.js';
import { Far } from './far.js';

async function running(work, habits, connected) {
  const baileys = new FakeBaileys();
  baileys.connected = connected ?? baileys.connected;
  const far = new Far({ makeWASocket: baileys.makeWASocket }, habits);
  await far.type('hello');
  far.state.set('creds', JSON.stringify({ me: { id: '380501112233:7@s.whatsapp.net' }, ...KEYS }));
  far.say({ type: 'connect', link: false });
  try {
    await work(far, baileys);
  } finally {
    await far.end();
  }
}

const KEYS = { signedIdentityKey: { public: { type: 'Buffer', data: 'AAAA' } } };
const ORDER = { type: 'send', to: '380670000001@s.whatsapp.net', text: 'Friday.', native: '3EB0AAAA1111' };

async function sends(fate, order = ORDER) {
  let answer;
  let sent;
  await running(async (far, baileys) => {
    await far.connection('open');
    baileys.next.push(fate);
    far.say({ ...order, id: 9 });
    answer = await far.next(line => line.id === 9 && line.type !== 'state-set');
    sent = baileys.sent;
  });
  return { answer, sent };
}

test('sends a text under the id it is given, without a preview', async () => {
  const { answer, sent } = await sends('ack');
  assert.equal(answer.type, 'sent');
  assert.deepEqual(sent, [
    {
      to: ORDER.to,
      content: { text: 'Friday.', linkPreview: null },
      messageId: ORDER.native,
    },
  ]);
});

test('reports what the service says no to', async () => {
  const { answer } = await sends('463');
  assert.deepEqual([answer.type, answer.reason], ['refused', 'error 463']);
});

test('does not know what became of a send that broke off, and says no words of a library', async () => {
  for (const fate of ['throw', 'close']) {
    const { answer } = await sends(fate);
    assert.equal(answer.type, 'unknown');
    assert.doesNotMatch(answer.reason, /Baileys/);
  }
});

test('refuses an order that cannot be right without trying', async () => {
  const wrong = [
    { to: '120363000000000000@g.us' },
    { to: 'status@broadcast' },
    { text: '' },
    { text: 'x'.repeat(65_537) },
    { native: 'lower-case' },
  ];
  for (const change of wrong) {
    const { answer, sent } = await sends('ack', { ...ORDER, ...change });
    assert.equal(answer.type, 'refused');
    assert.equal(sent.length, 0);
  }
});

test('refuses to send while there is no connection', async () => {
  await running(
    async far => {
      await far.connection('connecting');
      far.say({ ...ORDER, id: 9 });
      assert.equal((await far.type('refused')).reason, 'not connected');
    },
    {},
    () => {},
  );
});

test('hands over text, files and its own, and leaves the rest out', async () => {
  await running(async (far, baileys) => {
    await far.connection('open');
    const socket = baileys.sockets[0];
    const key = { remoteJid: '380670000001@s.whatsapp.net', id: 'X', fromMe: false };
    baileys.receives(
      socket,
      from('380670000001', 'M1', 'Hello'),
      from('1', 'G1', 'in a group', { key: { ...key, remoteJid: '1203@g.us' } }),
      from('1', 'S1', 'a status', { key: { ...key, remoteJid: 'status@broadcast' } }),
      from('1', 'N1', 'a channel', { key: { ...key, remoteJid: '1203@newsletter' } }),
      from('380670000001', 'R1', '', { message: { reactionMessage: { text: '+' } } }),
      from('380670000001', 'P1', '', { message: { protocolMessage: { type: 0 } } }),
      from('380670000001', 'F1', '', { message: { imageMessage: { caption: 'the plan' } } }),
      from('380670000001', 'O1', 'from the phone', { key: { ...key, id: 'O1', fromMe: true } }),
    );
    const last = await far.next(line => line.message?.native === 'O1');
    const messages = far.heard.filter(line => line.type === 'message').map(line => line.message);
    assert.deepEqual(messages.map(message => message.native), ['M1', 'F1', 'O1']);
    assert.deepEqual(messages[0], {
      native: 'M1',
      chat: '380670000001@s.whatsapp.net',
      me: false,
      name: 'Ada',
      text: 'Hello',
      cut: false,
      files: false,
      at: 1767268800000,
    });
    assert.deepEqual([messages[1].text, messages[1].files], ['the plan', true]);
    assert.equal(last.message.me, true);
  });
});

test('names a chat by its number where it knows it', async () => {
  await running(async (far, baileys) => {
    await far.connection('open');
    const key = { remoteJid: '9009:2@lid', remoteJidAlt: '380670000001@s.whatsapp.net', id: 'L1' };
    baileys.receives(baileys.sockets[0], from('1', 'L1', 'hidden number', { key }));
    const { message } = await far.type('message');
    assert.equal(message.chat, '380670000001@s.whatsapp.net');
  });
});

test('cuts a text that has no end, and says so', async () => {
  await running(async (far, baileys) => {
    await far.connection('open');
    baileys.receives(baileys.sockets[0], from('380670000001', 'M1', 'x'.repeat(100_000)));
    const { message } = await far.type('message');
    assert.deepEqual([message.text.length, message.cut], [65_536, true]);
  });
});

test('hands a message over once, however often the service gives it', async () => {
  await running(async (far, baileys) => {
    await far.connection('open');
    const message = from('380670000001', 'M1', 'Hello');
    baileys.receives(baileys.sockets[0], message);
    await far.type('message');
    await new Promise(setImmediate);
    baileys.receives(baileys.sockets[0], message, from('380670000001', 'M2', 'Again'));
    await far.next(line => line.message?.native === 'M2');
    assert.equal(far.heard.filter(line => line.type === 'message').length, 2);
  });
});

test('gives up when the session cannot be kept', async () => {
  await running(
    async far => {
      await far.type('state-set');
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      assert.deepEqual(far.exits[0], { code: 1, reason: 'the session was not taken' });
    },
    { keeps: false },
  );
});

test('answers a ping', async () => {
  await running(async far => {
    far.say({ type: 'ping', id: 3 });
    assert.equal((await far.type('pong')).id, 3);
  });
});

test('asks WhatsApp for nothing but text', async () => {
  await running(async (far, baileys) => {
    await far.connection('open');
    const { config } = baileys.sockets[0];
    assert.equal(config.waWebSocketUrl, 'wss://web.whatsapp.com/ws/chat');
    assert.equal(config.shouldSyncHistoryMessage(), false);
    assert.equal(config.shouldIgnoreJid('1203@g.us'), true);
    assert.equal(config.shouldIgnoreJid('380670000001@s.whatsapp.net'), false);
    assert.equal(config.markOnlineOnConnect, false);
    assert.equal(config.logger.level, 'silent');
  });
});
