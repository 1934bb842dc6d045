import { Connection } from './connection.js';
import { Handover } from './handover.js';
import { PROTOCOL } from './limits.js';
import { Parent } from './parent.js';
import { send } from './sending.js';
import { Session } from './session.js';

/**
 * Runs the bridge until standard input ends.
 *
 * @param {object} world
 * @param {Function} world.makeWASocket Baileys', or what plays it
 * @param {AsyncIterable<Buffer>} world.input
 * @param {(text: string) => boolean} world.write
 * @param {(code: number, reason: string) => void} world.exit
 * @param {() => number} world.random between 0 and 1
 * @param {() => number} world.now milliseconds
 * @param {import('node:http').Agent} [world.agent] the way out, where it is not the straight one
 * @param {string} [world.address] another than WhatsApp's only in tests
 */
export async function bridge(world) {
  const parent = new Parent(world.write);
  let connection = null;
  const giveUp = reason => world.exit(1, reason);
  const ended = (reason, code) => {
    parent.tell({ type: 'ended', reason, code });
    connection?.stop();
  };
  const handover = new Handover(parent, giveUp);
  parent
    .on('connect', ({ link }) => {
      connect(Boolean(link)).catch(() => giveUp('the session could not be read'));
    })
    .on('send', order => carryOut(order))
    .on('ping', ({ id }) => parent.tell({ type: 'pong', id }));

  async function connect(link) {
    const session = await Session.open(parent);
    if (!session.linked && !link) {
      ended('not-linked', 0);
      return;
    }
    connection = new Connection({ ...world, parent, handover, giveUp, ended }, session, link);
    connection.start();
  }

  async function carryOut({ id, to, text, native }) {
    const outcome = await send(connection?.socket ?? null, { to, text, native });
    parent.tell({ ...outcome, id });
  }

  parent.tell({ type: 'hello', protocol: PROTOCOL });
  await parent.listen(world.input);
  connection?.stop();
}
