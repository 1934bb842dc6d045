import { rmSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Waits at a socket for the one parent this process will have. Who comes while it is there is turned
 * away. What is said to one parent must not reach another, so the process ends with it.
 *
 * @param {string} path left behind by a process before is taken away
 * @returns {Promise<import('node:net').Socket>}
 */
export function parentAt(path) {
  rmSync(path, { force: true });
  return new Promise((resolve, reject) => {
    const server = createServer(resolve);
    server.maxConnections = 1;
    server.on('error', reject);
    // Its other end is another user, in another container; the folder is those two's alone.
    server.listen({ path, readableAll: true, writableAll: true });
  });
}

/**
 * What the parent says, to its end. A parent that was killed has ended, too.
 *
 * @param {import('node:net').Socket} socket
 */
export async function* said(socket) {
  try {
    yield* socket;
  } catch (error) {
    if (error?.code !== 'ECONNRESET' && error?.code !== 'EPIPE') {
      throw error;
    }
  }
}
