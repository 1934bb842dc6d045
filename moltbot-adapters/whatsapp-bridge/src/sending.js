import { ACK_MS, MAX_SEND_UNITS } from './limits.js';
import { isPerson } from './people.js';

const ID = /^[0-9A-Z]{8,64}$/;

/**
 * Sends one text, once, and waits until the service acknowledges it: Baileys alone returns when the
 * bytes are with the operating system.
 *
 * @param {object | null} socket null while there is no connection
 * @param {{ to: string, text: string, native: string }} order the id is the parent's choice
 * @param {number} [patience] in milliseconds
 * @returns {Promise<{ type: 'sent' | 'refused' | 'unknown', reason?: string }>}
 */
export async function send(socket, order, patience = ACK_MS) {
  const fault = faultOf(order);
  if (fault || !socket) {
    return { type: 'refused', reason: fault || 'not connected' };
  }
  const ack = acknowledgement(socket, order.native, patience);
  try {
    await socket.sendMessage(
      order.to,
      { text: order.text, linkPreview: null },
      { messageId: order.native },
    );
  } catch {
    ack.stop();
    return { type: 'unknown', reason: 'it broke off while being sent' };
  }
  return ack.outcome;
}

function faultOf({ to, text, native }) {
  if (typeof to !== 'string' || !isPerson(to)) {
    return 'not the address of a person';
  }
  if (typeof text !== 'string' || text === '' || text.length > MAX_SEND_UNITS) {
    return `not a text of 1 to ${MAX_SEND_UNITS} characters`;
  }
  return typeof native === 'string' && ID.test(native) ? '' : 'not the id of a message';
}

function acknowledgement(socket, native, patience) {
  const event = `CB:ack,id:${native}`;
  let settle;
  const outcome = new Promise(resolve => (settle = resolve));
  const heard = ({ attrs }) => {
    if (attrs.class === 'message') {
      done(attrs.error ? { type: 'refused', reason: `error ${digits(attrs.error)}` } : { type: 'sent' });
    }
  };
  const closed = () => done({ type: 'unknown', reason: 'the connection closed before the answer' });
  const timer = setTimeout(() => done({ type: 'unknown', reason: 'no answer in time' }), patience);
  function done(result) {
    clearTimeout(timer);
    socket.ws.off(event, heard);
    socket.ws.off('close', closed);
    settle(result);
  }
  socket.ws.on(event, heard);
  socket.ws.on('close', closed);
  return { outcome, stop: () => done({ type: 'unknown' }) };
}

/** Only what cannot carry anyone's words. */
function digits(value) {
  return String(value).replace(/\D/g, '').slice(0, 6);
}
