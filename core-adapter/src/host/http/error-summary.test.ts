// SPDX-License-Identifier: EUPL-1.2
import { translator } from '../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../infra/locales/index.js';
import { withErrorSummary } from './error-summary.js';

const page = (content: string): string =>
  `<html><head><title>Écrire</title></head><body><div class="v-page">${content}</div></body></html>`;
const t = translator<HostKey>(hostLocales, 'fr', false);
const error = (id: string, text: string): string =>
  `<p class="v-field-error" id="${id}"><svg class="v-icon"><path d="M1"></path></svg>${text}</p>`;

test('a page without errors stays as it is', () => {
  const html = page('<input id="field-title"/>');
  expect(withErrorSummary(html, t)).toBe(html);
});

test('a page with errors begins with a link to each field, has the focus there, and says so in its title', () => {
  const fields = `<input id="field-title"/>${error('field-title-error', 'Écrivez un titre &amp; un jour $1.')}`;
  const html = withErrorSummary(page(`${fields}${error('to-error', 'Choisissez une personne.')}`), t);
  expect(html).toContain('<title>Erreur\u00a0: Écrire</title>');
  expect(html).toContain(
    '<div class="v-page"><section class="v-errors" aria-labelledby="errors" tabindex="-1" autofocus>',
  );
  expect(html).toContain('<a href="#field-title">Écrivez un titre &amp; un jour $1.</a>');
  // The field has no id of its own: the link leads to the error beside it.
  expect(html).toContain('<a href="#to-error">Choisissez une personne.</a>');
  expect(html).toContain('revoyez 2 choses');
});

test('a form says in its own words what did not happen', () => {
  const form = `<form method="post" data-errors="L’envoi &amp; $1"><input id="to"/>${error('to-error', 'Choisissez.')}</form>`;
  const html = withErrorSummary(page(form), t);
  expect(html).toContain('<h2 id="errors">L’envoi &amp; $1</h2>');
  expect(html).not.toContain('enregistré');
});
