// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { PortalView } from './portal.view.js';
import { familyPortal, guardianPortal, HOSTILE, pupilPortal, teacherPortal } from '../samples/sample-models.js';
import { fr, frChild } from '../samples/sample-pages.js';

test('an adult is greeted, reads one sentence with the date, and finds the bricks and the other school', () => {
  const html = renderToString(<PortalView model={teacherPortal} t={fr} />);
  expect(html).toContain('<h1>Bonjour Claire</h1>');
  expect(html).toContain('Mardi 24 novembre. 2 briques sont allumées pour vous.');
  expect(html).toContain('href="/s/0390991X/file-share/"');
  expect(html).toMatch(/4<span class="visually-hidden"> non lus<\/span>/);
  expect(html).toContain('Dans votre autre école');
  expect(html).toContain('1 brique allumée pour vous');
});

test('a guardian finds each child, and which one this page is about', () => {
  const html = renderToString(<PortalView model={guardianPortal} t={fr} />);
  expect(html).toContain('<nav class="v-kids" aria-label="Mes enfants">');
  expect(html).toMatch(/<a href="\/\?school=0390991X" aria-current="true">.*?Inès/);
  expect(html).toMatch(/<a href="\/\?school=0390994A"><.*?Jules/);
});

test('a pupil gets a page of their own, with the flock, and is called tu', () => {
  const html = renderToString(<PortalView model={pupilPortal} t={frChild} />);
  expect(html).toContain('Bonjour Inès\u00a0!');
  expect(html).toContain('v-flock');
  expect(html).toContain('Où veux-tu aller\u00a0?');
});

test('C18: without a brick, heads see where to switch one on, and others who can', () => {
  const empty = { ...teacherPortal, bricks: [] };
  const page = renderToString(<PortalView model={empty} t={fr} />);
  expect(page).toContain('C’est la direction de l’école');
  // The brick may have been on until a moment ago.
  expect(page).toContain('Aucune brique n’est allumée pour vous.');
  const head = renderToString(<PortalView model={{ ...empty, schoolBricksUrl: '/admin/s/0390991X/bricks' }} t={fr} />);
  expect(head).toContain('<a class="btn btn-primary" href="/admin/s/0390991X/bricks">');
  expect(renderToString(<PortalView model={empty} t={fr} />)).not.toContain('/admin/');
});

test('what a brick keeps that is not on leads to the own data, once on a page', () => {
  const take = { text: 'Tu peux tout télécharger\u00a0:', label: 'Mes données', url: '/mes-donnees' };
  const kept = [{ text: 'La brique Fichiers n’est pas allumée pour toi.', take }];
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
    children: [
      {
        ...{ person: { id: 'p', displayName: HOSTILE }, givenName: HOSTILE, detail: HOSTILE },
        ...{ url: '/?school=0390991X', current: true },
      },
    ],
    otherSchools: [{ name: HOSTILE, url: '/?school=0390992Y', bricks: 1 }],
  };
  for (const child of [true, false]) {
    expect(renderToString(<PortalView model={{ ...model, child }} t={fr} />)).not.toContain('<img');
  }
  const families = [{ children: model.children, bricks: model.bricks }];
  expect(renderToString(<PortalView model={{ ...model, families }} t={fr} />)).not.toContain('<img');
});
