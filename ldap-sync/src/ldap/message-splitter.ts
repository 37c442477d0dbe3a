// SPDX-License-Identifier: EUPL-1.2
import { MalformedMessage, readHeader } from './ber.js';

/** The maximum number of bytes of one message: a photo may have a megabyte, and a group several. */
const LONGEST = 64 * 1024 * 1024;

const SEQUENCE = 0x30;

/** Cuts what comes from a socket into whole LDAP messages (RFC 4511 §4.1.1). */
export class MessageSplitter {
  #pieces: Buffer[] = [];
  #held = 0;
  /** The length of the current message; the received bytes are not examined before it is complete. */
  #awaited = 0;

  /** @throws MalformedMessage */
  *split(chunk: Buffer): Generator<Buffer> {
    this.#pieces.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#awaited) return;
    const bytes = this.#pieces.length === 1 ? chunk : Buffer.concat(this.#pieces);
    let at = 0;
    this.#awaited = 0;
    while (at < bytes.length) {
      const message = readHeader(bytes, at);
      if (!message) break;
      if (message.tag !== SEQUENCE) throw new MalformedMessage('the data is not LDAP');
      if (message.end - at > LONGEST) throw new MalformedMessage(`a message of ${message.end - at} bytes`);
      if (message.end > bytes.length) {
        this.#awaited = message.end - at;
        break;
      }
      yield bytes.subarray(at, message.end);
      at = message.end;
    }
    this.#pieces = at < bytes.length ? [bytes.subarray(at)] : [];
    this.#held = bytes.length - at;
  }
}
