// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { PlatformAdministratorsView } from './administrators/platform-administrators.view.js';
import { PlatformAuditView } from './audit/platform-audit.view.js';
import { PlatformBricksView } from './bricks/platform-bricks.view.js';
import { PlatformOverviewView } from './overview/platform-overview.view.js';
import { PlatformPaging } from './shared/platform-paging.js';
import { PlatformRunView } from './syncs/platform-run.view.js';
import { PlatformSchoolsView } from './schools/platform-schools.view.js';
import { HOSTILE } from '../samples/sample-models.js';
import { fr } from '../samples/sample-pages.js';
import { pages } from '../samples/sample-paging.js';
import { administrators, audit, bricks, overview, platformPages, schools } from '../samples/sample-platform.js';
import { failedRun, refusedRun } from '../samples/sample-runs.js';

const html = (page: VNode): string => renderToString(page);

test.each(platformPages(fr))('%s: its part is the one that is marked, once', (_name, page) => {
  const tabs = /<nav class="v-tabs"[^]*?<\/nav>/.exec(html(page))?.[0] ?? '';
  expect(tabs.match(/aria-current="page"/g)).toHaveLength(1);
  expect(tabs.match(/<a /g)).toHaveLength(7);
});

test('open problems come before the figures; without any: one plain sentence', () => {
  const page = html(<PlatformOverviewView model={overview} t={fr} />);
  expect(page).toMatch(/2 choses vous attendent[^]*Blog de classe est en panne[^]*412 300/);
  expect(page).toContain('<p class="v-soft v-cause" lang="en">blog did not start');
  expect(page).toContain('<code class="v-command">volee sync apply 412</code>');
  const well = html(<PlatformOverviewView model={{ ...overview, waiting: [] }} t={fr} />);
  expect(well).toContain('Tout va bien');
  expect(well).not.toContain('v-row');
});

test('a table of schools says each figure twice over: by its column, and on a phone by its label', () => {
  const page = html(<PlatformSchoolsView model={schools} t={fr} />);
  expect(page).toContain('<a class="v-name" href="/admin/s/0390001X/bricks">École des Lilas</a>');
  expect(page).toContain('data-label="Élèves">99</td>');
  // A zero is left out on a phone.
  expect(page).toContain('<td class="v-number v-none" data-label="Direction">0</td>');
  expect(page).toMatch(/<option value="file-share" selected>/);
});

test('pages by number: the one that is shown, its neighbours, the ends, and where some are left out', () => {
  const nav = html(<PlatformPaging paging={pages} t={fr} />);
  expect(nav).toMatch(/aria-current="page" aria-label="Page 3">3</);
  expect(nav).toMatch(/4<\/a><\/li><li aria-hidden="true">…<\/li><li><a href="[^"]*page=40"/);
  expect(nav).toMatch(/aria-label="Page précédente"[^]*aria-label="Page suivante"/);
  expect(html(<PlatformPaging paging={{ shown: '', links: [] }} t={fr} />)).toBe('');
});

test('a brick out of order says so in words, and why; one with troubles says how many', () => {
  const page = html(<PlatformBricksView model={bricks} t={fr} />);
  expect(page).toMatch(/En panne<\/span>[^]*lang="en">blog did not start: the ink is dry\./);
  expect(page).toMatch(/3 ennuis depuis le démarrage[^]*The disk is full\./);
  expect(page).toMatch(/2 tâches ont échoué<\/span> Tapez «\u00a0volee job list\u00a0»/);
});

test('a refused run: why, and what to do; a failed one has no figures', () => {
  const page = html(<PlatformRunView model={refusedRun} t={fr} />);
  expect(page).toMatch(/Pourquoi elle est refusée[^]*12 élèves sur 414[^]*et 3 autres raisons/);
  expect(page).toContain('volee sync run --source ldap');
  expect(html(<PlatformRunView model={failedRun} t={fr} />)).toContain('arrêtée avant d’avoir un plan');
});

test('a wrong field keeps what was typed, and its sentence is tied to it', () => {
  const page = html(<PlatformAdministratorsView model={administrators} t={fr} />);
  expect(page).toMatch(
    /name="login" value="nobody"[^>]*aria-describedby="field-login-error field-login-hint" aria-invalid="true"/,
  );
  expect(page).toMatch(/name="uai" value="tilleuls"/);
  expect(page).toMatch(/value="head" checked/);
  expect(page).toContain('aria-label="Retirer le droit d’Odile Perret"');
});

test('the journal: a line that failed says so in words, and where the older ones are', () => {
  const page = html(<PlatformAuditView model={audit} t={fr} />);
  expect(page).toMatch(/a allumé Fichiers à l’École des Lilas[^]*Pas aboutie/);
  expect(page).toContain('href="/admin/audit?before=1795510800000.a1"');
  expect(page).toMatch(/id="field-from"[^>]*value="2026-02-30"/);
});

test('hostile names and sentences stay text', () => {
  const [line] = audit.lines;
  const [school] = schools.schools;
  if (!line || !school) throw new Error('The samples have a line and a school');
  const evil = [
    <PlatformAuditView model={{ ...audit, lines: [{ ...line, sentence: HOSTILE }] }} t={fr} />,
    <PlatformSchoolsView model={{ ...schools, text: HOSTILE, schools: [{ ...school, name: HOSTILE }] }} t={fr} />,
    <PlatformRunView model={{ ...failedRun, failure: HOSTILE }} t={fr} />,
    <PlatformOverviewView model={{ ...overview, waiting: [{ kind: 'bad', icon: 'plug', title: HOSTILE }] }} t={fr} />,
  ];
  for (const page of evil) expect(html(page)).not.toContain('<img');
});
