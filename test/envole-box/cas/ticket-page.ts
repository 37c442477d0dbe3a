// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer } from './cas-exchange.js';
import { html } from './html.js';
import { page } from './page.js';

/** CAS 3.0 §2.1.1, `method=POST`: a form that carries the ticket to the service by itself, or by its button. */
export function ticketPage(service: string, ticket: string, headers: Record<string, string> = {}): CasAnswer {
  return page({
    title: 'Retour au service (ENVOLE d’essai)',
    service,
    script: '/assets/continue.js',
    headers,
    main: html`<h1>Session ouverte</h1>
      <p class="lead">Encore un pas&nbsp;: le service attend de savoir qui vous êtes.</p>
      <form method="post" action="${service}">
        <input type="hidden" name="ticket" value="${ticket}" />
        <p><button class="button">Continuer</button></p>
      </form>`,
  });
}
