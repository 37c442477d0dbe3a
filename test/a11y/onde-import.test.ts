// SPDX-License-Identifier: EUPL-1.2
import ondeImport from '@volee/onde-import';

import type { Visitor } from '../e2e/visitor.js';
import { describeWith } from '../services/index.js';
import { pageFaults } from './page-faults.js';
import { file } from './sample-files.js';
import { openSampleInstallation, TILLEULS, type SampleInstallation } from './sample-installation.js';
import { guardiansFile, handOver, ONDE, pupilsFile } from './sample-onde.js';

describeWith(['chromium'], 'importing the files of ONDE, in light and in dark, on a desktop and on a phone', () => {
  let installation: SampleInstallation;
  let head: Visitor;

  beforeAll(async () => {
    installation = await openSampleInstallation({ bricks: [ondeImport] });
    await installation.host.activations.enable(TILLEULS, 'onde-import', 'cli');
    head = await installation.visitor('mathieu.grosjean');
  }, 60_000);
  afterAll(() => installation?.stop());

  test('the form, and a file that is none of ONDE', async () => {
    const { page } = head;
    await page.goto(installation.url + ONDE);
    expect(await pageFaults(page)).toEqual([]);
    await handOver(page, { ...file('élèves.xlsx', 300), buffer: Buffer.from('PK\u0003\u0004') });
    await page.getByRole('alert').getByText('est un classeur').waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });

  test('what would change, and what changed', async () => {
    const { page } = head;
    await page.goto(installation.url + ONDE);
    await handOver(page, pupilsFile(), guardiansFile());
    await page.getByRole('heading', { name: 'Vérifiez avant d’importer' }).waitFor();
    await page.getByText('4 lignes ne sont pas importées').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
  });

  test('held by the guard, and imported all the same', async () => {
    const { page } = head;
    await page.goto(installation.url + ONDE);
    await handOver(page, pupilsFile(0.4));
    await page.getByRole('heading', { name: 'Cet import est retenu' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByLabel('Pourquoi importer quand même').fill('Un niveau est parti au collège');
    await page.getByRole('button', { name: /^Importer malgré \d+ départs$/ }).click();
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor();
  });
});
