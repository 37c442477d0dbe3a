// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { releasedAttributes, type DeclaredService } from './declared-service.js';
import type { NamedFile } from './eolesso-filters.js';
import { expressionFor } from './expression-for.js';

const SERVICES = 'org.apereo.cas.services';

/** A registered service of Apereo CAS 6.6 or later, for its JSON service registry. */
export interface ApereoService {
  readonly '@class': string;
  readonly serviceId: string;
  readonly name: string;
  readonly id: number;
  readonly [key: string]: unknown;
}

export function apereoService(service: DeclaredService): ApereoService {
  const { href, origin } = service.callbackUrl;
  return {
    '@class': `${SERVICES}.CasRegisteredService`,
    serviceId: expressionFor(href),
    name: 'Volee',
    id: idFor(href),
    description: `Volée, ${origin}`,
    evaluationOrder: 100,
    attributeReleasePolicy: {
      '@class': `${SERVICES}.ReturnAllowedAttributeReleasePolicy`,
      allowedAttributes: ['java.util.ArrayList', releasedAttributes(service)],
    },
    logoutType: 'BACK_CHANNEL',
    logoutUrl: href,
    proxyPolicy: proxyPolicy(service),
  };
}

function proxyPolicy({ grantUrl }: DeclaredService): object {
  if (grantUrl === undefined) return { '@class': `${SERVICES}.RefuseRegisteredServiceProxyPolicy` };
  const { origin, pathname } = new URL(grantUrl);
  return {
    '@class': `${SERVICES}.RegexMatchingRegisteredServiceProxyPolicy`,
    // Any query counts: its key is a secret.
    pattern: expressionFor(origin + pathname, String.raw`(\?.*)?`),
  };
}

/** The name that the registry expects: NAME-ID.json. */
export function apereoFile(service: ApereoService): NamedFile {
  return { name: `${service.name}-${service.id}.json`, content: `${JSON.stringify(service, null, 2)}\n` };
}

/** The id is always the same for an address, and hardly that of another service. */
function idFor(address: string): number {
  return createHash('sha256').update(address).digest().readUIntBE(0, 5);
}
