// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts secrets that are needed in clear, and so cannot be hashed, against readers of the database. */
export interface Seal {
  seal(text: string): string;
  /** Undefined when the text was sealed with another secret, or has been altered. */
  open(sealed: string): string | undefined;
  /** A key of 256 bits for one purpose, in Base64, the same each time. It tells nothing of the secret or of other keys. */
  deriveKey(purpose: string): string;
}

/** @param secret `session.secret`; sealed texts are unreadable once it changes */
export function sealWith(secret: string): Seal {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const key = derive('volee seal');
  return {
    deriveKey: (purpose) => derive(`key for ${purpose}`).toString('base64'),
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
