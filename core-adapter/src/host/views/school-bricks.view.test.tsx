// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { HOSTILE, schoolBricksOff, schoolBricksOn } from './sample-models.js';
import { fr } from './sample-pages.js';
import { SchoolBricksView } from './school-bricks.view.js';

test('before switching on: who will have it, and a button that says so', () => {
  const html = renderToString(<SchoolBricksView model={schoolBricksOff} t={fr} />);
  expect(html).toContain('Qui l’aura');
  expect(html).toMatch(/<dt>parents<\/dt><dd>171<\/dd>/);
  expect(html).toContain('<form method="post" action="/admin/s/0390991X/bricks/file-share"');
  expect(html).toMatch(
    /<button class="btn btn-primary"[^>]* name="on" value="true">Allumer Fichiers pour 276 personnes/,
  );
});

test('before switching off: what stops, what stays, and who changed what', () => {
  const html = renderToString(<SchoolBricksView model={schoolBricksOn} t={fr} />);
  expect(html).toContain('Tout de suite, plus personne ne peut l’ouvrir.');
  expect(html).toContain('Rien n’est effacé.');
  expect(html).toMatch(/<button class="btn btn-danger"[^>]* name="on" value="false">Éteindre Fichiers</);
  expect(html).toContain('12 octobre, Mathieu Grosjean\u00a0: allumée.');
  expect(html).toContain('3 octobre, Mathieu Grosjean\u00a0: éteinte.');
});

test('the list marks the brick that is shown, and says in words which are on, off or out of order', () => {
  const html = renderToString(<SchoolBricksView model={schoolBricksOn} t={fr} />);
  expect(html).toMatch(/href="[^"]*brick=file-share" aria-current="true"/);
  expect(html).toMatch(/Allumée<\/span>/);
  expect(html).toMatch(/En panne<\/span>/);
});

test('a phone shows the list until the address names a brick', () => {
  const list = renderToString(<SchoolBricksView model={{ ...schoolBricksOff, opened: false }} t={fr} />);
  expect(list).toContain('class="v-split"');
  expect(renderToString(<SchoolBricksView model={schoolBricksOff} t={fr} />)).toContain(
    'class="v-split v-split-opened"',
  );
});

test('a brick for nobody, no brick at all, and a hostile name', () => {
  const { selected, ...rest } = schoolBricksOff;
  if (!selected) throw new Error('The sample has a brick');
  const nobody = { ...selected, audience: [], persons: 0 };
  expect(renderToString(<SchoolBricksView model={{ ...rest, selected: nobody }} t={fr} />)).toContain(
    'value="true">Allumer Fichiers<',
  );
  expect(renderToString(<SchoolBricksView model={{ ...rest, bricks: [] }} t={fr} />)).toContain(
    'Aucune brique n’est installée',
  );
  const history = [{ date: '12 octobre', name: HOSTILE, on: true }];
  expect(
    renderToString(<SchoolBricksView model={{ ...rest, selected: { ...selected, history } }} t={fr} />),
  ).not.toContain('<img');
});
