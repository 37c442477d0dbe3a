// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { AccountView } from './account.view.js';
import { account, HOSTILE, pupilAccount } from '../samples/sample-models.js';
import { fr, frChild } from '../samples/sample-pages.js';

test('a person sees their profiles in each school, and the stored data', () => {
  const html = renderToString(<AccountView model={account} t={fr} />);
  expect(html).toContain('<code>claire.vuillemin</code>');
  expect(html).toContain('Équipe enseignante · Classe\u00a0: CM1-CM2');
  expect(html).toContain('Équipe enseignante, Parent · Classes\u00a0: CM1, CM2');
  expect(html).toContain('Léo Vuillemin');
  expect(html).toContain('Jamais votre mot de passe');
});

test('the preferences are a plain form, with the current choice', () => {
  const html = renderToString(
    <AccountView model={{ ...account, preferences: { theme: 'dark', language: 'en' } }} t={fr} />,
  );
  expect(html).toContain('<form method="post" action="/account/preferences" id="preferences">');
  expect(html.match(/<input[^>]* checked[^>]*>/g)?.map((input) => /value="(\w+)"/.exec(input)?.[1])).toEqual([
    'dark',
    'en',
  ]);
  expect(html).toContain('lang="en">English');
});

test('a pupil has no children, and a hostile name is text', () => {
  const html = renderToString(<AccountView model={{ ...pupilAccount, displayName: HOSTILE }} t={frChild} />);
  expect(html).toContain('Ton école');
  expect(html).not.toMatch(/enfant|<img/);
});
