import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadLine, lines, written } from '../src/lines.js';

async function read(chunks, max) {
  const found = [];
  for await (const line of lines(chunks.map(chunk => Buffer.from(chunk)), max)) {
    found.push(line);
  }
  return found;
}

test('puts lines together from any pieces', async () => {
  const whole = '{"type":"a","text":"Привіт"}\n{"type":"b"}\n';
  for (let size = 1; size < 8; size++) {
    const bytes = Buffer.from(whole);
    const pieces = [];
    for (let at = 0; at < bytes.length; at += size) {
      pieces.push(bytes.subarray(at, at + size));
    }
    assert.deepEqual(await read(pieces), [{ type: 'a', text: 'Привіт' }, { type: 'b' }]);
  }
});

test('refuses a line that is too long before it ends', async () => {
  await assert.rejects(read(['{"type":"', 'x'.repeat(50)], 40), BadLine);
  await assert.rejects(read([`{"type":"${'x'.repeat(50)}"}\n`], 40), BadLine);
});

test('refuses what is not an object with a type', async () => {
  for (const bad of ['nonsense', '[1]', 'null', '{"kind":"a"}', '{"type":1}', '']) {
    await assert.rejects(read([bad + '\n']), BadLine, bad);
  }
});

test('ignores a last line that was cut off', async () => {
  assert.deepEqual(await read(['{"type":"a"}\n{"type":"b']), [{ type: 'a' }]);
});

test('writes one line, and none that is too long', () => {
  assert.equal(written({ type: 'a', text: 'one\ntwo' }), '{"type":"a","text":"one\\ntwo"}\n');
  assert.throws(() => written({ type: 'a', text: 'x'.repeat(50) }, 40), BadLine);
});
