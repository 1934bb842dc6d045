import { HttpsProxyAgent } from 'https-proxy-agent';

/**
 * The way out: a tunnel through the gateway where there is one. Certificates are those of WhatsApp
 * itself, since nobody looks into the tunnel.
 *
 * @param {string} [address] such as `http://gateway:3130`
 */
export function wayOut(address) {
  return address ? new HttpsProxyAgent(address) : undefined;
}
