// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runVolee } from '../e2e/volee-command.js';
import { writeCliSettings } from './cli-settings.js';

const { file, folder } = writeCliSettings({ '@volee/aaf-import': {} });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLLEGE = { key: '43', uai: '0999992B', code: '340', name: 'CLG$CLG DES TILLEULS$DOLE' };
const ECOLE = { key: '50', uai: '0999991A', code: '151', name: 'E.E.PU$LES LILAS$DOLE' };
type School = typeof COLLEGE;

function entry(category: string, id: string, attributes: Readonly<Record<string, string>>): string {
  const attr = ([name, value]: [string, string]): string => `<attr name="${name}"><value>${value}</value></attr>`;
  return (
    `<addRequest><operationalAttributes>${attr(['categoriePersonne', category])}</operationalAttributes>` +
    `<identifier><id>${id}</id></identifier><attributes>${Object.entries(attributes).map(attr).join('')}</attributes></addRequest>`
  );
}

/** A folder with a Complet of these schools, six pupils each. */
function complet(name: string, schools: readonly School[]): string {
  const pupils = schools.flatMap(({ key }) =>
    Array.from({ length: 6 }, (_, n) =>
      entry('Eleve', `${key}${n}`, { sn: `NOM${n}`, ENTPersonStructRattach: key, ENTEleveClasses: `${key}$A` }),
    ),
  );
  const contents: Record<string, readonly string[]> = {
    EtabEducNat: schools.map(({ key, uai, code, name: spoken }) =>
      entry('EtabEducNat', key, {
        ENTStructureUAI: uai,
        ENTStructureCodeTypeStruct: code,
        ENTStructureNomCourant: spoken,
      }),
    ),
    Eleve: pupils,
    PersRelEleve: [],
    PersEducNat: [],
  };
  const at = join(folder, name);
  mkdirSync(at);
  for (const [category, entries] of Object.entries(contents)) {
    const xml = `<?xml version="1.0" encoding="ISO-8859-15"?>\n<ficAlimMENESR>\n${entries.join('\n')}\n</ficAlimMENESR>`;
    writeFileSync(join(at, `ENT_Complet_20260901_${category}_0000.xml`), xml, 'latin1');
  }
  return at;
}

const volee = (...words: string[]): ReturnType<typeof runVolee> => runVolee(file, ...words);

test('files of AAF come by a command of their brick: 0 done, 3 refused by the guard, 2 for files that are wrong', async () => {
  const both = complet('both', [ECOLE, COLLEGE]);
  const half = complet('half', [COLLEGE]);
  expect((await volee('db', 'migrate')).code).toBe(0);

  const dry = await volee('aaf', 'import', both, '--dry-run', '--json');
  expect([dry.code, dry.stderr]).toEqual([0, '']);
  expect(JSON.parse(dry.stdout)).toMatchObject({ state: 'planned', kind: 'Complet', dryRun: true });
  const done = await volee('aaf', 'import', both);
  expect([done.code, done.stderr]).toEqual([0, '']);
  expect(done.stdout).toMatch(
    /^Sync run 2 of "aaf", Complet of 2026-09-01: applied\.\n {2}schools new: 2\n {2}persons new: 12\n/,
  );

  const refused = await volee('aaf', 'import', half);
  expect([refused.code, refused.stdout]).toEqual([3, '']);
  expect(refused.stderr).toMatch(/the guard refuses it and nothing was changed/);
  const approved = await volee('aaf', 'import', half, '--approve', 'the école is closed');
  expect([approved.code, approved.stderr]).toEqual([0, '']);

  const wrong = await volee('aaf', 'import', join(folder, 'nowhere'));
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/nowhere cannot be read \(ENOENT\)\. Name the folder/);
});

test('F9: a file that defines entities is refused, and its sentence is one line', async () => {
  const at = complet('attack', [ECOLE]);
  const attack = '<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM "file:///etc/passwd">]><ficAlimMENESR>&x;</ficAlimMENESR>';
  writeFileSync(join(at, 'ENT_Complet_20260901_Eleve_0000.xml'), attack);
  const { code, stderr } = await volee('aaf', 'import', at);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^volee: ENT_Complet_20260901_Eleve_0000\.xml, line 1: its document type defines [^\n]*\.\n$/);
});
