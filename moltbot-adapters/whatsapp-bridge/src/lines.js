import { MAX_LINE_BYTES } from './limits.js';

const NEWLINE = 10;

/** What the other side sent is no line of this protocol. */
export class BadLine extends Error {}

/**
 * Cuts bytes into lines of JSON objects. Never holds more than one line and one chunk.
 *
 * @param {AsyncIterable<Buffer>} input
 * @param {number} [maxBytes]
 * @returns {AsyncGenerator<Record<string, unknown>>}
 */
export async function* lines(input, maxBytes = MAX_LINE_BYTES) {
  /** @type {Buffer[]} */
  let parts = [];
  let held = 0;
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      bounded(held + end - start, maxBytes);
      yield parsed(Buffer.concat(parts));
      parts = [];
      held = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    held += chunk.length - start;
    bounded(held, maxBytes);
  }
}

/**
 * One line, as it is written.
 *
 * @param {Record<string, unknown>} line
 */
export function written(line, maxBytes = MAX_LINE_BYTES) {
  const text = JSON.stringify(line);
  bounded(Buffer.byteLength(text), maxBytes);
  return text + '\n';
}

function bounded(bytes, maxBytes) {
  if (bytes > maxBytes) {
    throw new BadLine(`a line of over ${maxBytes} bytes`);
  }
}

function parsed(bytes) {
  let line;
  try {
    line = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BadLine('a line that is not JSON');
  }
  if (typeof line !== 'object' || line === null || typeof line.type !== 'string') {
    throw new BadLine('a line without a type');
  }
  return line;
}
