import { quieten } from './quiet.js';

const write = quieten({ console, process, global: globalThis });

/** Says one line of the program's own words, and ends. */
function exit(code, reason) {
  process.stderr.write(`bridge: ${reason}\n`, () => process.exit(code));
}

// A library's mistake may quote what it stumbled over, so only its kind is said.
process.on('uncaughtException', error => exit(1, `a fault: ${error?.name ?? 'unknown'}`));
// Baileys leaves promises behind when a connection ends under them; what matters here is awaited.
process.on('unhandledRejection', () => process.stderr.write('bridge: a promise was left behind\n'));

const { makeWASocket } = await import('@whiskeysockets/baileys');
const { bridge } = await import('./bridge.js');
const { wayOut } = await import('./gateway.js');
const { BadLine } = await import('./lines.js');
const { parentAt, said } = await import('./listening.js');
const { options } = await import('./options.js');

/** The parent: who started this process, or the first who comes to the socket. */
async function parent(listen) {
  if (!listen) {
    return { input: process.stdin, write };
  }
  const socket = await parentAt(listen);
  return { input: said(socket), write: text => socket.write(text) };
}

try {
  const { listen, gateway } = options(process.argv.slice(2));
  const agent = wayOut(gateway);
  const world = { makeWASocket, agent, exit, random: Math.random, now: Date.now };
  await bridge({ ...world, ...(await parent(listen)) });
  process.exit(0);
} catch (error) {
  exit(2, error instanceof BadLine ? error.message : `a fault: ${error?.name ?? 'unknown'}`);
}
