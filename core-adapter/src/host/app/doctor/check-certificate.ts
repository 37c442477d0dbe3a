// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { certificateFinding, type Finding } from '../../../api/check.js';
import { bad, warn } from './findings.js';

/** @param ca PEM text of an authority to trust instead of the public ones */
export interface CertificateOptions {
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly ca?: string;
}

/** Checks the certificate of an https address as a browser does. */
export async function checkCertificate(url: URL, { now, signal, ca }: CertificateOptions): Promise<Finding[]> {
  if (url.protocol !== 'https:') return [];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const name = isIP(host) ? {} : { servername: host };
  const trust = ca === undefined ? {} : { ca };
  const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: true, ...name, ...trust });
  try {
    await once(socket, 'secureConnect', { signal });
    return [certificateFinding(url.origin, new Date(socket.getPeerCertificate().valid_to), now)];
  } catch (error) {
    signal.throwIfAborted();
    return [untrusted(url, (error as NodeJS.ErrnoException).code ?? 'no TLS')];
  } finally {
    socket.destroy();
  }
}

function untrusted({ origin }: URL, code: string): Finding {
  if (code === 'CERT_HAS_EXPIRED') return bad(`${origin} has an expired certificate.`, 'Renew it.');
  if (/CERT|ISSUER|SIGNATURE/.test(code)) {
    return bad(
      `${origin} has a certificate that is not trusted (${code}).`,
      'Configure the whole chain, for this host name, from an authority that browsers trust; add a private authority to NODE_EXTRA_CA_CERTS.',
    );
  }
  return warn(
    `${origin} cannot be reached from this machine (${code}), so its certificate was not checked.`,
    'Check that the reverse proxy runs; the SSO must reach this address too, to end sessions.',
  );
}
