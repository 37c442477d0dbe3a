// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { HOSTILE } from '../samples/sample-models.js';
import { fr } from '../samples/sample-pages.js';
import type { SchoolBrickDetail, SchoolBricksModel } from './school-bricks.model.js';
import { schoolBricksOff, schoolBricksOn, schoolBricksRules } from '../samples/school-bricks-samples.js';
import { SchoolBricksView } from './school-bricks.view.js';

const render = (model: SchoolBricksModel): string => renderToString(<SchoolBricksView model={model} t={fr} />);

function withDetail(model: SchoolBricksModel, change: Partial<SchoolBrickDetail>): SchoolBricksModel {
  if (!model.selected) throw new Error('The sample has a brick');
  return { ...model, selected: { ...model.selected, ...change } };
}

test('before switching on: the persons reached, and a button that says so', () => {
  const html = render(schoolBricksOff);
  expect(html).toContain('Qui l’aura');
  expect(html).toMatch(/<dt>parents<\/dt><dd>171<\/dd>/);
  expect(html).toContain('<form method="post" action="/admin/s/0390991X/bricks/file-share"');
  expect(html).toMatch(
    /<button class="btn btn-primary"[^>]* name="on" value="true">Allumer Fichiers pour 276 personnes/,
  );
  expect(html).not.toContain('Et si vous éteignez');
});

test('a change: the additions, and one filled button', () => {
  const html = render(schoolBricksOn);
  expect(html).toMatch(/<dd>99<span class="v-plus"><span class="visually-hidden">,<\/span> 26 de plus<\/span><\/dd>/);
  expect(html).toContain('Vous ajoutez la classe CE2 de Nadia Chevassu.');
  expect(html.match(/btn-primary/g)).toHaveLength(1);
  expect(html).toMatch(/btn-primary"[^>]*>Ajouter la classe CE2</);
  expect(html).toMatch(/<a [^>]*href="[^"]*\/people\?[^"]*">Voir les 276 personnes</);
  expect(html).toMatch(/<a class="btn btn-quiet"[^>]*>Ne rien changer</);
});

test('without a script, a quiet button asks for the same page with the choice', () => {
  expect(render(schoolBricksOn)).toMatch(
    /<button class="btn btn-quiet" type="submit" formmethod="get" formaction="\/admin\/s\/0390991X\/bricks"[^>]*>Voir qui l’aura/,
  );
});

test('before switching off: the consequences, the stored data, and the history', () => {
  const html = render(schoolBricksOn);
  expect(html).toMatch(/<details class="v-fold v-off" open/);
  expect(html).toContain('<strong>Tout de suite,</strong> plus personne ne peut l’ouvrir, vous non plus.');
  expect(html).toMatch(
    /Éteindre n’efface rien en soi\u00a0:[^]*<summary>Ce qui reste gardé, et combien de temps<\/summary>/,
  );
  expect(html).toContain(
    '<strong>Ce qui arrive à son terme s’efface, même outil éteint.</strong> Les fichiers rendus, jusqu’au 14 octobre.',
  );
  expect(html).toContain('34 fichiers (120 Mo) restent gardés, hors de vue');
  expect(html).toMatch(
    /<button class="btn btn-danger"[^>]* name="on" value="false">Éteindre Fichiers pour 276 personnes</,
  );
  expect(html).toContain('12 octobre, Mathieu Grosjean\u00a0: maintenant pour CM1 et CM1-CM2.');
});

test('without stored data there is no sentence about it; a failed summary of a brick is named as such', () => {
  expect(render(withDetail(schoolBricksOn, { off: { open: true, hangs: [], action: 'Éteindre' } }))).not.toContain(
    'En attendant',
  );
  expect(render(schoolBricksRules)).toContain('l’outil n’a pas pu dire ce qui reste en suspens');
});

test('several rules: each in words, with its own actions, and the open one marked', () => {
  const html = render(schoolBricksRules);
  expect(html).toContain('Équipe enseignante, toute l’école, depuis le 1er septembre');
  expect(html).toContain('CM2 n’est plus parmi les classes de cette année.');
  expect(html.match(/<summary>Arrêter</g)).toHaveLength(2);
  expect(html).toMatch(/14 personnes n’auront plus l’outil, tout de suite\.<\/p><form .*?>Arrêter ce choix</);
  expect(html.match(/>Modifier</g)).toHaveLength(1);
  expect(html).toMatch(/name="rule" value="r1"\/><input type="hidden" name="seen" value="e3b0c44298fc1c14"/);
});

test('errors stand at their fields, and the choice is kept', () => {
  const html = render(schoolBricksRules);
  expect(html).toMatch(/id="field-from"[^>]*value="2026-12-01"[^>]*aria-invalid="true"/);
  expect(html).toMatch(/id="field-profiles-error">.*Cochez au moins une case\./);
  expect(html).toMatch(/id="field-where-error">.*Il manque au moins une classe/);
  expect(html).toContain('role="alert"');
  expect(html).not.toContain('btn-primary');
});

test('the list marks the brick that is shown, and says in words which are on, later, or out of order', () => {
  const html = render(schoolBricksOn);
  expect(html).toMatch(/href="[^"]*brick=file-share" aria-current="true"/);
  for (const state of ['Allumé', 'En panne', 'Dès le 4 janvier']) expect(html).toContain(`${state}</span>`);
  expect(html).toContain('3 classes\u00a0: CM1, CM1-CM2, CM2');
});

test('a phone shows the list until the address names a brick', () => {
  expect(render({ ...schoolBricksOff, opened: false })).toContain('class="v-split"');
  expect(render(schoolBricksOff)).toContain('class="v-split v-split-opened"');
});

test('P6 no brick at all, and hostile names everywhere', () => {
  expect(render({ ...schoolBricksOff, bricks: [], selected: undefined })).toContain('Aucun outil n’est installé');
  const hostile = withDetail(schoolBricksRules, {
    history: [HOSTILE],
    warning: HOSTILE,
    now: HOSTILE,
    off: { open: true, hangs: [HOSTILE], action: 'Éteindre' },
    rules: [{ id: HOSTILE, words: HOSTILE, gone: HOSTILE, changeUrl: '/', current: false, ifStopped: HOSTILE }],
  });
  expect(render(hostile)).not.toContain('<img');
});
