import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  decodeBinaryNode,
  encodeBinaryNode,
  hkdf,
  NOISE_WA_HEADER,
  proto,
  sha256,
  WA_CERT_DETAILS,
} from '@whiskeysockets/baileys';

const NONE = Buffer.alloc(0);

/** The root that the stub's certificates hang from; put in place of WhatsApp's, in tests only. */
const root = Curve.generateKeyPair();
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root.public);

/** The service's side of the Noise handshake (XX), and the encrypted frames after it. */
export class Responder {
  #ephemeral = Curve.generateKeyPair();
  #static = Curve.generateKeyPair();
  #hash;
  #salt;
  #key;
  #counter = 0;
  #in = null;
  #out = null;
  #bytes = NONE;
  #headerSeen = false;

  /** The whole frames in these bytes and those before. */
  frames(bytes) {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    if (!this.#headerSeen && this.#bytes.length >= NOISE_WA_HEADER.length) {
      this.#bytes = this.#bytes.subarray(NOISE_WA_HEADER.length);
      this.#headerSeen = true;
    }
    const found = [];
    while (this.#bytes.length >= 3 && this.#bytes.length >= 3 + this.#bytes.readUIntBE(0, 3)) {
      const end = 3 + this.#bytes.readUIntBE(0, 3);
      found.push(this.#bytes.subarray(3, end));
      this.#bytes = this.#bytes.subarray(end);
    }
    return found;
  }

  /** Answers the client's first frame. */
  hello(frame) {
    const { clientHello } = proto.HandshakeMessage.decode(frame);
    const theirs = clientHello.ephemeral;
    this.#hash = Buffer.from('Noise_XX_25519_AESGCM_SHA256\0\0\0\0');
    this.#salt = this.#key = this.#hash;
    for (const part of [NOISE_WA_HEADER, theirs, this.#ephemeral.public]) {
      this.#mixHash(part);
    }
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, theirs));
    const sealedStatic = this.#seal(this.#static.public);
    this.#mixKey(Curve.sharedKey(this.#static.private, theirs));
    const payload = this.#seal(certificates(this.#static.public));
    const serverHello = { ephemeral: this.#ephemeral.public, static: sealedStatic, payload };
    return framed(proto.HandshakeMessage.encode({ serverHello }).finish());
  }

  /** Takes the client's second frame; from then on frames are nodes. */
  finish(frame) {
    const { clientFinish } = proto.HandshakeMessage.decode(frame);
    const theirStatic = this.#open(clientFinish.static);
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, theirStatic));
    const payload = proto.ClientPayload.decode(this.#open(clientFinish.payload));
    const [first, second] = this.#derive(NONE);
    this.#in = { key: first, counter: 0 };
    this.#out = { key: second, counter: 0 };
    return payload;
  }

  node(frame) {
    return decodeBinaryNode(aesDecryptGCM(frame, this.#in.key, iv(this.#in.counter++), NONE));
  }

  frame(node) {
    const bytes = encodeBinaryNode(node);
    return framed(aesEncryptGCM(bytes, this.#out.key, iv(this.#out.counter++), NONE));
  }

  #mixHash(part) {
    this.#hash = sha256(Buffer.concat([this.#hash, part]));
  }

  #derive(input) {
    const key = Buffer.from(hkdf(Buffer.from(input), 64, { salt: this.#salt, info: '' }));
    return [key.subarray(0, 32), key.subarray(32)];
  }

  #mixKey(secret) {
    [this.#salt, this.#key] = this.#derive(secret);
    this.#counter = 0;
  }

  #seal(plain) {
    const sealed = aesEncryptGCM(plain, this.#key, iv(this.#counter++), this.#hash);
    this.#mixHash(sealed);
    return sealed;
  }

  #open(sealed) {
    const plain = aesDecryptGCM(sealed, this.#key, iv(this.#counter++), this.#hash);
    this.#mixHash(sealed);
    return plain;
  }
}

function iv(counter) {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(counter, 8);
  return bytes;
}

function framed(bytes) {
  const head = Buffer.alloc(3);
  head.writeUIntBE(bytes.length, 0, 3);
  return Buffer.concat([head, bytes]);
}

function certificates(staticKey) {
  const { Details } = proto.CertChain.NoiseCertificate;
  const middle = Curve.generateKeyPair();
  const middleDetails = Details.encode({ serial: 1, issuerSerial: 0, key: middle.public }).finish();
  const leafDetails = Details.encode({ serial: 2, issuerSerial: 1, key: staticKey }).finish();
  return proto.CertChain.encode({
    intermediate: { details: middleDetails, signature: Curve.sign(root.private, middleDetails) },
    leaf: { details: leafDetails, signature: Curve.sign(middle.private, leafDetails) },
  }).finish();
}
