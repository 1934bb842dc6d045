// The real program, waiting at a socket for a parent.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { lines } from '../src/lines.js';

const MAIN = new URL('../src/main.js', import.meta.url).pathname;

async function waiting(work) {
  const folder = mkdtempSync(join(tmpdir(), 'bridge-'));
  const path = join(folder, 'socket');
  writeFileSync(path, 'left behind');
  const program = spawn(process.execPath, [MAIN, '--listen', path], { env: {} });
  const ended = once(program, 'exit');
  try {
    await work(path, ended);
  } finally {
    program.kill();
    rmSync(folder, { recursive: true });
  }
}

/** A parent; whoever comes too early comes again. */
async function comes(path) {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(path);
    try {
      await once(socket, 'connect');
      return { socket, heard: lines(socket) };
    } catch {
      await pause(100);
    }
  }
  throw new Error('nobody waits there');
}

test('talks to the first who comes, and turns others away', async () => {
  await waiting(async path => {
    const { socket, heard } = await comes(path);
    assert.equal((await heard.next()).value.type, 'hello');
    const other = connect(path);
    assert.deepEqual(await other.toArray(), []);
    socket.write('{"type":"ping","id":7}\n');
    assert.deepEqual((await heard.next()).value, { type: 'pong', id: 7 });
    socket.destroy();
  });
});

test('ends with its parent, whether it hangs up or is killed', async () => {
  for (const leave of [socket => socket.end(), socket => socket.destroy()]) {
    await waiting(async (path, ended) => {
      const { socket, heard } = await comes(path);
      await heard.next();
      leave(socket);
      assert.deepEqual(await ended, [0, null]);
      assert.ok(existsSync(path));
    });
  }
});

test('says what is wrong with a line, and ends', async () => {
  await waiting(async (path, ended) => {
    const { socket } = await comes(path);
    socket.write('nonsense\n');
    assert.deepEqual(await ended, [2, null]);
  });
});
