// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer } from './cas-exchange.js';
import { html } from './html.js';
import { page } from './page.js';
import type { CasAccount } from './cas-account.js';

/** The page after a login without a service (CAS 3.0 §2.1.1). */
export function signedInPage({ displayName, role }: CasAccount): CasAnswer {
  return page({
    title: 'Session ouverte (ENVOLE d’essai)',
    main: html`<h1>Session ouverte</h1>
      <p class="lead"><strong>${displayName}</strong><br />${role}</p>
      <p><a class="button" href="/logout">Se déconnecter</a></p>`,
  });
}

export function unknownServicePage(): CasAnswer {
  return page({
    status: 403,
    title: 'Service inconnu (ENVOLE d’essai)',
    main: html`<h1>Ce service n’est pas connu</h1>
      <p class="lead">L’adresse qui vous a envoyé ici n’est pas parmi celles que ce serveur accepte.</p>`,
  });
}

/** The page after a logout: `next` is the address that the service asked to show as a link (`url` of CAS 1.0 and 2.0, EoleSSO). */
export function signedOutPage(next: string | undefined, headers: Record<string, string>): CasAnswer {
  return page({
    title: 'Session fermée (ENVOLE d’essai)',
    headers,
    main: html`<h1>Session fermée</h1>
      <p class="lead">À bientôt&nbsp;!</p>
      <p>
        ${
          next === undefined
            ? html`<a class="button" href="/login">Se connecter de nouveau</a>`
            : html`<a class="button" href="${next}">Continuer</a>`
        }
      </p>`,
  });
}
