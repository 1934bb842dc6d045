import { parseArgs } from 'node:util';

/**
 * How the bridge was started. Without options it talks to whoever started it.
 *
 * @param {string[]} words the command line's, without the program's own
 * @returns {{ listen?: string, gateway?: string }} a socket to wait at; the way out
 */
export function options(words) {
  const { values } = parseArgs({
    args: words,
    options: { listen: { type: 'string' }, gateway: { type: 'string' } },
  });
  return values;
}
