// Real Baileys, through a tunnel, in front of WhatsApp Web played on loopback.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { makeWASocket } from '@whiskeysockets/baileys';
import { wayOut } from '../src/gateway.js';
import { Far } from './far.js';
import { pairs, Stub } from './stub.js';

/** A gateway's door: notes what it is asked, and lets it through or not. */
async function door(lets) {
  const asked = [];
  const server = createServer();
  server.on('connect', (request, near) => {
    asked.push(request.url);
    if (!lets) {
      near.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const [host, port] = request.url.split(':');
    const far = connect(Number(port), host, () => near.write('HTTP/1.1 200 OK\r\n\r\n'));
    far.on('error', () => near.destroy());
    near.on('error', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { asked, server, address: `http://127.0.0.1:${server.address().port}` };
}

async function through(lets, work) {
  const gateway = await door(lets);
  const stub = new Stub([{ loggedIn: pairs }]);
  const address = await stub.address();
  const far = new Far({ makeWASocket, address, agent: wayOut(gateway.address) });
  try {
    await far.type('hello');
    far.say({ type: 'connect', link: true });
    await work(far);
    return { asked: gateway.asked, address: new URL(address).host };
  } finally {
    await far.end();
    stub.close();
    gateway.server.close();
    gateway.server.closeAllConnections();
  }
}

test('reaches WhatsApp through the gateway', async () => {
  const { asked, address } = await through(true, far => far.type('qr'));
  assert.deepEqual(asked, [address]);
});

test('waits and tries again where the gateway says no, and never goes around it', async () => {
  const { asked, address } = await through(false, far => far.connection('waiting'));
  assert.deepEqual(asked, [address]);
});

test('goes straight where there is no gateway', () => {
  assert.equal(wayOut(undefined), undefined);
});
