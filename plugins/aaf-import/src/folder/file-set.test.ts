// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES } from '../entry.js';
import { fileSet } from './file-set.js';

function names(series = 'ENT_0999992B', kind = 'Complet', day = '20260901'): string[] {
  return CATEGORIES.map((category) => `${series}_${kind}_${day}_${category}_0000.xml`);
}

test('files are read schools first, then pupils, guardians and staff, each by number', () => {
  const more = ['ENT_0999992B_Complet_20260901_Eleve_0001.xml', 'ENT_0999992B_Complet_20260901_Eleve_0002.xml'];
  const { kind, day, files } = fileSet([...more, ...names().reverse(), 'ficAlimMENESR.dtd', 'lisez-moi.txt']);
  expect({ kind, day }).toEqual({ kind: 'Complet', day: '2026-09-01' });
  expect(files.map(({ name }) => name.replace('ENT_0999992B_Complet_20260901_', ''))).toEqual([
    'EtabEducNat_0000.xml',
    'Eleve_0000.xml',
    'Eleve_0001.xml',
    'Eleve_0002.xml',
    'PersRelEleve_0000.xml',
    'PersEducNat_0000.xml',
  ]);
});

test('names are known by their end: with a UAI, with a degree, or with nothing in front', () => {
  for (const series of ['ENT', 'ENT_0999992B', 'ENT2DVA-ENT16', '']) {
    expect(fileSet(names(series, 'Delta').map((name) => name.replace(/^_/, '')))).toMatchObject({ kind: 'Delta' });
  }
});

test('both degrees in one folder are read together; nomenclatures are left aside', () => {
  const files = [...names('ENT1D'), ...names('ENT2D'), 'ENT2D_Complet_20260901_MefEducNat_0000.xml'];
  expect(fileSet(files).files.map(({ name }) => name.slice(0, 5))).toEqual(Array(4).fill(['ENT1D', 'ENT2D']).flat());
});

test.each([
  ['nothing', [], /holds no AAF file/],
  ['an archive', ['ENT_Complet.tgz'], /holds ENT_Complet.tgz and no AAF file\.$/],
  [
    'a category that is missing',
    names().filter((name) => !name.includes('PersRel')),
    /lacks ENT_0999992B_Complet_20260901_PersRelEleve_0000.xml/,
  ],
  [
    'a number that is missing',
    [...names(), 'ENT_0999992B_Complet_20260901_Eleve_0002.xml'],
    /lacks \S+_Eleve_0001.xml/,
  ],
  [
    'the first number that is missing',
    names().map((name) => name.replace('Eleve_0000', 'Eleve_0001')),
    /lacks \S+Eleve_0000.xml/,
  ],
  [
    'one series of two that is not whole',
    [...names('ENT1D'), ...names('ENT2D').slice(1)],
    /lacks ENT2D_Complet_20260901_EtabEducNat_0000.xml/,
  ],
  ['Complet and Delta together', [...names(), ...names('ENT1D', 'Delta')], /of both kinds, Complet and Delta\.$/],
  ['two days', [...names(), ...names('ENT', 'Complet', '20260902')], /files of several days\.$/],
  ['another XML file', [...names(), 'Eleve_0000 (1).xml'], /Eleve_0000 \(1\).xml is not named like an AAF file/],
  ['another category', [...names(), 'ENT_Complet_20260901_Autre_0000.xml'], /is not named like an AAF file/],
])('L5: %s is refused in a sentence', (_what, files, sentence) => {
  expect(() => fileSet(files)).toThrow(sentence);
  expect(() => fileSet(files)).toThrow(/^[^\n]+\.$/);
});
