// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { PortalView } from './portal.view.js';
import { familyPortal, guardianPortal, HOSTILE, pupilPortal, teacherPortal } from '../samples/sample-models.js';
import { fr, frChild } from '../samples/sample-pages.js';

test('an adult is greeted, reads one sentence with the date, and finds the bricks and the other school', () => {
  const html = renderToString(<PortalView model={teacherPortal} t={fr} />);
  expect(html).toContain('<h1>Bonjour Claire</h1>');
  expect(html).toContain('Mardi 24 novembre. Voici les nouvelles.');
  expect(html).toContain('href="/s/0390991X/file-share/"');
  expect(html).toMatch(/4<span class="visually-hidden"> non lus<\/span>/);
  expect(html).toMatch(/Votre autre école<\/p>.*École du Moulin<\/h2>.*Malo veut écrire à Victor/);
  expect(html).toContain('Nadia Chevassu vous remplace jusqu’au 2 décembre');
  expect(html).toMatch(
    /Cette semaine.*aria-current="date">.*Mardi<\/strong> 24.*aujourd’hui.*Rien de prévu.*Jeudi.*Les Gaulois, questions.*CM1-CM2/,
  );
  const next = { days: teacherPortal.week?.days ?? [], isNext: true };
  expect(renderToString(<PortalView model={{ ...teacherPortal, week: next }} t={fr} />)).toContain(
    'La semaine prochaine',
  );
});

test('a guardian finds a card for each child, with what waits, what is new and the tools', () => {
  const html = renderToString(<PortalView model={familyPortal} t={fr} />);
  expect(html).toContain('Mardi 24 novembre. 1 chose vous attend pour Inès.');
  expect(html).toMatch(/>Inès<\/h2>.*Les Gaulois.*value="1" max="2".*Brigitte Maillard.*>Jules<\/h2>.*Rien n’attend/);
  expect(html).toContain('aria-label="Les outils pour Inès"');
});

test('a guardian of several children reads for which of them something waits, and how much of it is their own', () => {
  const [ines, jules] = familyPortal.kids;
  const tasks = ines?.tasks ?? [];
  const kids = familyPortal.kids.map((kid) => ({ ...kid, tasks }));
  const leadOf = (model: typeof familyPortal): string => renderToString(<PortalView model={model} t={fr} />);
  expect(jules?.tasks).toEqual([]);
  expect(leadOf({ ...familyPortal, kids })).toContain('2 choses vous attendent\u00a0: 1 pour Inès, 1 pour Jules.');
  expect(leadOf({ ...familyPortal, tasks })).toContain('2 choses vous attendent, dont 1 pour Inès.');
});

test('only the most urgent task has a filled button', () => {
  const models = [guardianPortal, familyPortal, { ...teacherPortal, tasks: guardianPortal.kids[0]?.tasks ?? [] }];
  for (const model of models) {
    expect(renderToString(<PortalView model={model} t={fr} />).split('btn-primary')).toHaveLength(2);
  }
});

test('a pupil gets a page of their own, with the flock, and is called tu', () => {
  const html = renderToString(<PortalView model={pupilPortal} t={frChild} />);
  expect(html).toContain('Bonjour Inès\u00a0!');
  expect(html).toContain('v-flock');
  expect(html).toContain('Où veux-tu aller\u00a0?');
  expect(html).toMatch(/aria-current="date">.*mardi.*24.*aujourd’hui.*jeudi.*26.*Exposé sur les volcans/);
});

test('C18: without a brick, heads see where to switch one on, and others who can', () => {
  const empty = { ...teacherPortal, bricks: [], tools: [] };
  const page = renderToString(<PortalView model={empty} t={fr} />);
  expect(page).toContain('C’est la direction de l’école');
  // The brick may have been on until a moment ago.
  expect(page).toContain('Aucun outil n’est allumé pour vous.');
  const head = renderToString(<PortalView model={{ ...empty, schoolBricksUrl: '/admin/s/0390991X/bricks' }} t={fr} />);
  expect(head).toContain('<a class="btn btn-primary" href="/admin/s/0390991X/bricks">');
  expect(renderToString(<PortalView model={empty} t={fr} />)).not.toContain('/admin/');
});

test('what a brick keeps that is not on leads to the own data, once on a page', () => {
  const take = { text: 'Tu peux tout télécharger\u00a0:', label: 'Mes données', url: '/mes-donnees' };
  const kept = [{ text: 'L’outil Fichiers n’est pas allumé pour toi.', take }];
  const links = (model: typeof pupilPortal): number =>
    renderToString(<PortalView model={{ ...model, kept }} t={frChild} />).split('href="/mes-donnees"').length - 1;
  for (const portal of [pupilPortal, teacherPortal, guardianPortal, familyPortal]) {
    expect([links(portal), links({ ...portal, bricks: [] })]).toEqual([1, 1]);
  }
  expect(links({ ...teacherPortal, bricks: [], schoolBricksUrl: '/admin/s/0390991X/bricks' })).toBe(1);
});

test('P6 hostile names are text, wherever they stand', () => {
  const model = {
    ...guardianPortal,
    givenName: HOSTILE,
    bricks: teacherPortal.bricks.map((brick) => ({ ...brick, title: HOSTILE, summary: HOSTILE })),
    tools: teacherPortal.tools.map((tool) => ({ ...tool, title: HOSTILE })),
    kids: guardianPortal.kids.map((kid) => ({
      ...{ person: { id: 'p', displayName: HOSTILE }, givenName: HOSTILE, detail: HOSTILE },
      isAsked: true,
      tasks: kid.tasks.map((task) => ({ ...task, title: HOSTILE, detail: HOSTILE, action: HOSTILE })),
      lines: kid.lines.map((line) => ({ ...line, label: HOSTILE, title: HOSTILE, detail: HOSTILE })),
      tools: [{ label: HOSTILE, tools: [] }],
    })),
    week: {
      isNext: false,
      days: (pupilPortal.week?.days ?? []).map((day) => ({
        ...day,
        things: day.things.map((thing) => ({ ...thing, title: HOSTILE, detail: HOSTILE })),
      })),
    },
    standIns: [{ title: HOSTILE, detail: HOSTILE }],
    otherSchools: teacherPortal.otherSchools.map((school) => ({ ...school, name: HOSTILE })),
  };
  for (const child of [true, false]) {
    expect(renderToString(<PortalView model={{ ...model, child }} t={fr} />)).not.toContain('<img');
  }
});
