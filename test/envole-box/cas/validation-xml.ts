// SPDX-License-Identifier: EUPL-1.2
import type { CasAccount } from './cas-account.js';
import type { CasAnswer } from './cas-exchange.js';
import type { CasFlavour, ValidationPath } from './cas-flavour.js';
import { escapeMarkup } from './escape-markup.js';
import { failureMessages, type FailureCode, type ProxyFailureCode } from './failure-code.js';
import { releasedAttributes, type Elements } from './released-attributes.js';
import type { Success } from './success.js';
import type { ServiceTicket } from './ticket-registry.js';

/** The XML that a server of the given flavour answers with (CAS 3.0 §2.5.2; for EoleSSO as its own client reads it). */
export function validationXml(flavour: CasFlavour, path: ValidationPath, outcome: Success | FailureCode): string {
  if (typeof outcome === 'string') return failure('authenticationFailure', outcome);
  const { ticket, iou } = outcome;
  return element(
    'authenticationSuccess',
    [
      person(flavour, path, ticket),
      iou === undefined ? '' : element('proxyGrantingTicket', iou), // in the order of appendix A
      ticket.proxies.length === 0 ? '' : element('proxies', elements({ proxy: [...ticket.proxies] })),
    ].join(''),
  );
}

/** CAS 3.0 §2.7.2. */
export function proxyXml(outcome: ServiceTicket | ProxyFailureCode): string {
  if (typeof outcome === 'string') return failure('proxyFailure', outcome);
  return element('proxySuccess', element('proxyTicket', outcome.id));
}

/**
 * @param content the content of `cas:serviceResponse`
 */
export function xmlAnswer(content: string): CasAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${content}</cas:serviceResponse>\n`;
  return { status: 200, headers: { 'Content-Type': 'application/xml; charset=utf-8' }, body };
}

function failure(name: string, code: FailureCode | ProxyFailureCode): string {
  return `<cas:${name} code="${code}">${failureMessages[code]}</cas:${name}>`;
}

function person(flavour: CasFlavour, path: ValidationPath, ticket: ServiceTicket): string {
  const { account } = ticket;
  const user = element('user', escapeMarkup(account.login));
  switch (flavour) {
    case 'cas3': {
      const released = releasedAttributes(path, ticket);
      return released ? user + element('attributes', elements(released)) : user;
    }
    case 'lemonldap': // the same code answers on all paths
      return user + element('attributes', elements(account.attributes));
    case 'eolesso-user':
      return element('user', elements({ ...account.attributes, uid: [account.login] }));
    case 'eolesso-sections':
      return (
        user +
        Object.entries(sections(account))
          .map(([name, keys]) => element(name, elements(keys)))
          .join('')
      );
    case 'eolesso-text':
    case 'cas1':
      return user;
  }
}

// The names are those that an EoleSSO filter file of this application would choose.
function sections({ login, attributes }: CasAccount): Record<string, Elements> {
  const { ENTPersonProfils = [], Divcod = [], user_groups = [], rne = [], nom_etab = [] } = attributes;
  return {
    utilisateur: { user: [login], profil: ENTPersonProfils, classe: Divcod, groupe: user_groups },
    etablissement: { rne, nom_etab },
  };
}

function elements(all: Elements): string {
  return Object.entries(all)
    .flatMap(([name, values]) => values.map((value) => element(name, escapeMarkup(value))))
    .join('');
}

function element(name: string, content: string): string {
  return `<cas:${name}>${content}</cas:${name}>`;
}
