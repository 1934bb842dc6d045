/**
 * Keeps libraries from saying and reaching what they should not: libsignal prints whole sessions,
 * private keys included, with `console.info`, and Baileys fetches media and previews by `fetch`.
 */

const SAYING = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'];

/** A logger as Baileys wants one, that says nothing. */
export const SILENT = Object.freeze({
  level: 'silent',
  child: () => SILENT,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  fatal() {},
});

/**
 * Takes standard output for the protocol alone, and the network from everything but the socket.
 *
 * @param {{ console: Console, process: NodeJS.Process, global: typeof globalThis }} world
 * @returns {(text: string) => boolean} writes to standard output; the only way left
 */
export function quieten({ console, process, global }) {
  for (const name of SAYING) {
    console[name] = () => {};
  }
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  global.fetch = async () => {
    throw new Error('the bridge fetches nothing');
  };
  return write;
}
