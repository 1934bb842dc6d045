// The real bridge with Baileys' socket replaced, started by the Java side's tests: shows one code,
// is linked by nobody's phone, acknowledges what it sends and hears it said back.
import { bridge } from '../src/bridge.js';
import { quieten } from '../src/quiet.js';
import { FakeBaileys, from } from './fake-baileys.js';

const write = quieten({ console, process, global: globalThis });
const baileys = new FakeBaileys();
let said = 0;

function exit(code, reason) {
  process.stderr.write(`bridge: ${reason}\n`, () => process.exit(code));
}

baileys.connected = socket => {
  if (!socket.config.auth.creds.me) {
    socket.ev.emit('connection.update', { qr: 'https://wa.me/settings/linked_devices#a,b,c,d' });
  }
  baileys.opens(socket);
};

function makeWASocket(config) {
  const socket = baileys.makeWASocket(config);
  const send = socket.sendMessage;
  socket.sendMessage = async (to, content, options) => {
    await send(to, content, options);
    const number = to.replace(/@.*/, '').replace(/\D/g, '');
    baileys.receives(socket, from(number, `3A${++said}`, `You said: ${content.text}`));
  };
  return socket;
}

await bridge({ makeWASocket, input: process.stdin, write, exit, random: Math.random, now: Date.now });
process.exit(0);
