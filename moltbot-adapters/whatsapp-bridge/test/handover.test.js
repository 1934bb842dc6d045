// Durable before acknowledged, with Baileys' real Signal code on both sides.
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import {
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  generateSignalPubKey,
  initAuthCreds,
  proto,
  writeRandomPadMax16,
} from '@whiskeysockets/baileys';
import { Handover } from '../src/handover.js';
import { SILENT } from '../src/quiet.js';

const ADA = '380670000001@s.whatsapp.net';
const ME = '380501112233@s.whatsapp.net';
const make = DEFAULT_CONNECTION_CONFIG.makeSignalRepository;

function person(id) {
  const stored = new Map();
  const store = {
    get: (type, ids) =>
      Object.fromEntries(ids.map(each => [each, stored.get(`${type}/${each}`) ?? null])),
    set: data => {
      for (const [type, entries] of Object.entries(data)) {
        for (const [each, value] of Object.entries(entries)) {
          stored.set(`${type}/${each}`, value);
        }
      }
    },
  };
  const options = { maxCommitRetries: 1, delayBetweenTriesMs: 1 };
  const keys = addTransactionCapability(store, SILENT, options);
  return { stored, auth: { creds: { ...initAuthCreds(), me: { id } }, keys } };
}

async function encrypted(to, text) {
  const ada = person(ADA);
  const preKey = Curve.generateKeyPair();
  await to.auth.keys.set({ 'pre-key': { 1: preKey } });
  const { signedIdentityKey, signedPreKey, registrationId } = to.auth.creds;
  const repository = make(ada.auth, SILENT, async () => []);
  await repository.injectE2ESession({
    jid: ME,
    session: {
      registrationId,
      identityKey: generateSignalPubKey(signedIdentityKey.public),
      signedPreKey: {
        keyId: signedPreKey.keyId,
        publicKey: generateSignalPubKey(signedPreKey.keyPair.public),
        signature: signedPreKey.signature,
      },
      preKey: { keyId: 1, publicKey: generateSignalPubKey(preKey.public) },
    },
  });
  const data = writeRandomPadMax16(proto.Message.encode({ conversation: text }).finish());
  return repository.encryptMessage({ jid: ME, data });
}

function set(parent) {
  const me = person(ME);
  const gaveUp = [];
  const handover = new Handover(parent, reason => gaveUp.push(reason));
  const repository = handover.repository(me.auth.creds)(me.auth, SILENT, async () => []);
  const socket = { ws: new EventEmitter(), ev: new EventEmitter(), signalRepository: repository };
  handover.follow(socket, me.auth.creds);
  const receive = ({ type, ciphertext }) => {
    const attrs = { from: ADA, id: 'M1', t: '1767268800', notify: 'Ada' };
    const content = [{ tag: 'enc', attrs: { type, v: '2' }, content: ciphertext }];
    socket.ws.emit('CB:message', { tag: 'message', attrs, content });
    return repository.decryptMessage({ jid: ADA, type, ciphertext });
  };
  return { me, gaveUp, receive };
}

const session = me => [...me.stored.keys()].filter(name => name.startsWith('session/'));

test('waits with the receipt and the key chain until the parent has the message', async () => {
  let acknowledge;
  let heard;
  const asked = new Promise(resolve => (heard = resolve));
  const parent = {
    ask: line => (heard(line), new Promise(resolve => (acknowledge = resolve))),
  };
  const { me, receive } = set(parent);
  let done = false;
  const receiving = receive(await encrypted(me, 'Friday?')).then(() => (done = true));
  const { message } = await asked;
  assert.deepEqual([message.text, message.chat, message.name], ['Friday?', ADA, 'Ada']);
  await new Promise(setImmediate);
  assert.equal(done, false);
  assert.equal(session(me).length, 0);
  acknowledge({});
  await receiving;
  assert.equal(session(me).length, 1);
});

test('commits nothing and gives up when the parent does not take the message', async () => {
  const { me, gaveUp, receive } = set({ ask: async () => Promise.reject(new Error('full')) });
  const sealed = await encrypted(me, 'Friday?');
  await assert.rejects(receive(sealed));
  assert.deepEqual(gaveUp, ['a message was not taken']);
  assert.equal(session(me).length, 0);
});

test('can read the same message again after a parent that failed once', async () => {
  let times = 0;
  const parent = { ask: async () => (times++ === 0 ? Promise.reject(new Error('full')) : {}) };
  const { me, receive } = set(parent);
  const sealed = await encrypted(me, 'Friday?');
  await assert.rejects(receive(sealed));
  await receive(sealed);
  assert.equal(times, 2);
});
