// SPDX-License-Identifier: EUPL-1.2
import type { CasAccount } from './cas-account.js';
import type { CasFlavour, ValidationPath } from './cas-flavour.js';
import { escapeMarkup } from './escape-markup.js';
import type { FailureCode, ServiceTicket } from './ticket-registry.js';

const MESSAGES: Record<FailureCode, string> = {
  INVALID_REQUEST: 'service and ticket are both required',
  INVALID_TICKET: 'this ticket is not known, is spent or is too old',
  INVALID_SERVICE: 'this ticket was issued for another service',
};

/** The elements that stand beside `<cas:user>`: all values of each name, or the sections of EoleSSO. */
type Elements = Record<string, string[]>;

/** The XML that a server of the given flavour answers with (CAS 3.0 §2.5.2; for EoleSSO as its own client reads it). */
export function successXml(flavour: CasFlavour, path: ValidationPath, ticket: ServiceTicket): string {
  return serviceResponse(`<cas:authenticationSuccess>${person(flavour, path, ticket)}</cas:authenticationSuccess>`);
}

export function failureXml(code: FailureCode): string {
  return serviceResponse(`<cas:authenticationFailure code="${code}">${MESSAGES[code]}</cas:authenticationFailure>`);
}

/** CAS 3.0 §2.5.1, `format=JSON`. */
export function successJson(path: ValidationPath, ticket: ServiceTicket): string {
  const attributes = path === '/p3/serviceValidate' ? { attributes: cas3Attributes(ticket) } : {};
  return JSON.stringify({
    serviceResponse: { authenticationSuccess: { user: ticket.account.login, ...attributes } },
  });
}

export function failureJson(code: FailureCode): string {
  return JSON.stringify({ serviceResponse: { authenticationFailure: { code, description: MESSAGES[code] } } });
}

function person(flavour: CasFlavour, path: ValidationPath, ticket: ServiceTicket): string {
  const { account } = ticket;
  const user = element('user', escapeMarkup(account.login));
  switch (flavour) {
    case 'cas3': // §2.5.7: attributes are what /p3/serviceValidate adds
      return path === '/p3/serviceValidate' ? user + element('attributes', elements(cas3Attributes(ticket))) : user;
    case 'lemonldap': // the same code answers on both paths
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

function cas3Attributes({ account, issuedAt, isFromNewLogin }: ServiceTicket): Elements {
  return {
    authenticationDate: [issuedAt.toISOString()],
    longTermAuthenticationRequestTokenUsed: ['false'],
    isFromNewLogin: [String(isFromNewLogin)],
    ...account.attributes,
  };
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

function serviceResponse(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${content}</cas:serviceResponse>\n`;
}
