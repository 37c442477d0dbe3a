// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { ERROR_KINDS, errorPage, ErrorView } from './error.view.js';
import { HOSTILE } from '../../pages/samples/sample-models.js';
import { errorPageOf, fr } from '../../pages/samples/sample-pages.js';

test.each(ERROR_KINDS)('%s says what happened, what to do, and offers one way on', (kind) => {
  const html = renderToString(errorPageOf(kind, fr));
  const { title, text, remedy } = errorPage(kind);
  for (const key of [title, text, remedy]) {
    expect(fr(key)).not.toBe(key);
    expect(html).toContain(fr(key));
  }
  // Where somebody else has to act, taking another account is a way out and not the answer.
  const isForOthers = ['unknownPerson', 'accountDisabled', 'noSchool'].includes(kind);
  expect(html.match(/btn-primary/g) ?? []).toHaveLength(isForOthers ? 0 : 1);
  expect(html).toContain('class="btn ');
});

test('the reference for the log is shown, and only text', () => {
  const model = { kind: 'unexpected', loginUrl: '/login', homeUrl: '/' } as const;
  expect(renderToString(<ErrorView model={{ ...model, reference: '0198f3c2' }} t={fr} />)).toContain(
    'Erreur 500 · Référence à donner\u00a0: 0198f3c2',
  );
  expect(renderToString(<ErrorView model={{ ...model, reference: HOSTILE }} t={fr} />)).not.toContain('<img');
  expect(renderToString(<ErrorView model={model} t={fr} />)).not.toContain('Référence');
});

test('without a page to ask for again, there is no such button', () => {
  const html = renderToString(<ErrorView model={{ kind: 'conflict', loginUrl: '/login', homeUrl: '/' }} t={fr} />);
  expect(html).not.toContain('Rouvrir');
  expect(html).toContain('<a class="btn btn-primary" href="/">');
});

test('C18 a user that the SSO knows but the directory does not may choose another account, which ends the first session', () => {
  for (const kind of ['unknownPerson', 'accountDisabled', 'noSchool'] as const) {
    const html = renderToString(errorPageOf(kind, fr));
    expect(html).toContain('<form method="post" action="/logout">');
    expect(html).not.toContain('href="/login"');
  }
});
