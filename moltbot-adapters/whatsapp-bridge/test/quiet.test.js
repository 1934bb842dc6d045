import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { quieten, SILENT } from '../src/quiet.js';

test('leaves libraries no way to standard output, and none to fetch', async () => {
  const said = [];
  const console = { info: () => said.push('info'), log: () => said.push('log') };
  const process = { stdout: { write: text => said.push(text) } };
  const global = { fetch: async () => 'the web' };
  const write = quieten({ console, process, global });
  console.info('a key');
  process.stdout.write('a key');
  await assert.rejects(global.fetch('https://example.org'));
  assert.deepEqual(said, []);
  write('a line');
  assert.deepEqual(said, ['a line']);
  assert.equal(SILENT.child({}), SILENT);
});

test('pins Baileys exactly, and says it is the same WhatsApp Web', async () => {
  const wanted = JSON.parse(readFileSync(new URL('../package.json', import.meta.url))).dependencies;
  assert.deepEqual(wanted, { '@whiskeysockets/baileys': '7.0.0-rc14', 'https-proxy-agent': '7.0.6' });
  const { DEFAULT_CONNECTION_CONFIG } = await import('@whiskeysockets/baileys');
  const { WHATSAPP_WEB, ADDRESS } = await import('../src/limits.js');
  assert.deepEqual(WHATSAPP_WEB, DEFAULT_CONNECTION_CONFIG.version);
  assert.equal(ADDRESS, DEFAULT_CONNECTION_CONFIG.waWebSocketUrl);
});

async function started(input) {
  const bridge = spawn(process.execPath, [new URL('../src/main.js', import.meta.url).pathname]);
  let out = '';
  let err = '';
  bridge.stdout.on('data', chunk => (out += chunk));
  bridge.stderr.on('data', chunk => (err += chunk));
  bridge.stdin.end(input);
  const [code] = await once(bridge, 'close');
  return { code, out, err };
}

test('ends when its parent does, and on a line that is none', async () => {
  const quiet = await started('');
  assert.deepEqual(quiet, { code: 0, out: '{"type":"hello","protocol":1}\n', err: '' });
  const noise = await started('a secret\n');
  assert.deepEqual([noise.code, noise.err], [2, 'bridge: a line that is not JSON\n']);
});
