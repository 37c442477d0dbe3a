// SPDX-License-Identifier: EUPL-1.2
import { Not } from 'typeorm';
import { defineBrick } from '../../../../api/brick.js';
import type { DirectorySource, PersonRecord } from '../../../../api/directory/directory-source.js';
import { group, member, person } from '../../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../../testing/sample-directory.js';
import { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import { PersonRow } from '../../../domain/directory/person.entity.js';
import { ExternalIdRow } from '../../../domain/directory/external-id.entity.js';
import { HomonymRow } from '../../../domain/sync/state/homonym.entity.js';
import { replyBrick } from '../../../http/reply-brick-for-tests.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

/** The error of the brick when two people become one. */
let answer = (): Promise<void> => Promise.resolve();
const keeper = defineBrick(
  { ...replyBrick.manifest, id: 'keeper', personalData: { kept: 'title', purpose: 'summary', retention: 'summary' } },
  ({ http, personalData }) => {
    http.get('/', { access: 'read' }, ({ page }) => page('Papier', null));
    http.post('/', { access: 'write' }, ({ redirect }) => redirect('/'));
    personalData({
      exportPerson: () => Promise.resolve({ records: {} }),
      erasePerson: () => Promise.resolve(),
      movePerson: () => answer(),
      closeSchool: () => Promise.resolve(),
    });
  },
);
const web = await bootConsole({ bricks: [keeper] });
afterAll(() => web.stop());

const INE = '120000001AA';
const LIST = '/admin/homonyms';
const { manager } = web.host.database.dataSource;

const pupil = (key: string, changes: Partial<PersonRecord>): PersonRecord => ({
  ...person(key, 'pupil', OTHER_SCHOOL, 'Zoé', 'Vernier'),
  birthDate: '2014-02-09',
  ...changes,
});

/** A source of its own for each, in the second school; pairs of the given names. */
async function readTwice(
  families: readonly string[],
  sources = ['aaf', 'onde'],
  ofOnde: Partial<PersonRecord> = {},
): Promise<void> {
  const read = (name: string, uai: string, changes: Partial<PersonRecord>): DirectorySource => ({
    name,
    async *read() {
      yield { type: 'school', uai, name: uai === SCHOOL ? 'École des Lilas' : 'Collège du Parc', kind: 'college' };
      yield group(uai, 'z', '5e Z');
      for (const familyName of families) {
        const key = `${name}-${familyName}`.toLowerCase();
        yield pupil(key, { uai, familyName, displayName: `Zoé ${familyName}`, ...changes });
        yield member(uai, 'z', key);
      }
    },
  });
  const { signal } = new AbortController();
  for (const source of [read('aaf', SCHOOL, {}), read('onde', OTHER_SCHOOL, { ine: INE, ...ofOnde })]) {
    if (!sources.includes(source.name)) continue;
    const { id } = await web.host.sync.plan(source, signal);
    await web.host.sync.apply(id, { approve: { by: 'cli', reason: 'tests' } });
  }
}

async function forget(): Promise<void> {
  await readTwice([]);
  await manager.clear(HomonymRow);
  await manager.delete(PersonRow, { givenName: 'Zoé', familyName: Not('Girardet') });
}

const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));
const openPath = async (): Promise<string> => {
  const { id } = await manager.findOneByOrFail(HomonymRow, { state: 'open' });
  return `${LIST}/${id}`;
};
const idOf = async (source: string, key: string): Promise<string> =>
  (await manager.findOneByOrFail(ExternalIdRow, { source, key })).personId;

test('without pairs the page says so, and so does the first page', async () => {
  expect(await words(LIST)).toMatch(/Personne n’attend de décision/);
  expect(await words('/admin/')).not.toMatch(/deux fiches/);
});

describe('with two persons that may be one', () => {
  beforeEach(() => readTwice(['Vernier']));
  afterEach(forget);

  test('the first page counts the pairs, and the list names them with schools and classes', async () => {
    expect(await words('/admin/')).toMatch(/Une personne a peut-être deux fiches/);
    const list = await words(LIST);
    expect(list).toMatch(/Un cas à regarder/);
    expect(list).toMatch(/Zoé Vernier Collège du Parc \(5e Z\), annuaire onde Zoé Vernier École des Lilas \(5e Z\)/);
    expect(await words(`${LIST}?q=vernier`)).toMatch(/Un cas/);
    expect(await words(`${LIST}?q=personne`)).toMatch(/Aucun cas ne répond/);
  });

  test('V4 both side by side, with the day of birth; of the number only whether there is one', async () => {
    const page = await web.as(ADMINISTRATOR, await openPath());
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toMatch(/Date de naissance 9 février 2014 9 février 2014/);
    expect(wordsOf(page)).toMatch(/INE Un INE Pas d’INE/);
    expect(wordsOf(page)).toMatch(/On garde la fiche de l’annuaire aaf\./);
    expect(wordsOf(page)).toMatch(/Ce que l’autre fiche a dans les briques .* rejoint la fiche gardée/);
    expect(page.text).not.toContain(INE);
  });

  test('the same person: one record, one notice, one line in the journal; the page then names the author of the decision', async () => {
    const path = await openPath();
    const answer = await web.as(ADMINISTRATOR, path, 'decision=same&reason=%C3%A9cole+appel%C3%A9e');
    expect([answer.status, answer.headers.location]).toEqual([303, LIST]);
    expect(await words(LIST)).toMatch(/Zoé Vernier n’a plus qu’une fiche\./);
    expect(await idOf('onde', 'onde-vernier')).toBe(await idOf('aaf', 'aaf-vernier'));
    expect(await words('/admin/audit')).toMatch(/Odile Perret a réuni les deux fiches de Zoé Vernier/);
    const page = await words(path);
    expect(page).toMatch(/Décidé par Odile Perret, .*c’est la même personne\. Pourquoi : école appelée/);
    expect(page).not.toMatch(/Ce sont deux personnes/);
  });

  test('of one who has left, list and page say that nothing is erased before a decision, and when after it', async () => {
    const path = await openPath();
    expect(await words(path)).not.toMatch(/effacée/);
    await readTwice([], ['aaf']);
    expect(await words(LIST)).toMatch(/Zoé Vernier fiche d’avant, qui n’est pas effacée avant une décision/);
    expect(await words(path)).toMatch(/fiche d’avant, et tout ce qu’elle garde, sera effacée 60 jours après votre/);
    await readTwice(['Vernier'], ['aaf']);
  });

  test('two persons: no record changes, and a later decision is refused with the reason', async () => {
    const path = await openPath();
    expect((await web.as(ADMINISTRATOR, path, 'decision=different')).status).toBe(303);
    expect(await words(LIST)).toMatch(/Zoé Vernier et Zoé Vernier sont deux personnes/);
    const late = await web.as(ADMINISTRATOR, path, 'decision=same&reason=x');
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toMatch(/Quelqu’un a décidé juste avant vous/);
    expect(await idOf('onde', 'onde-vernier')).not.toBe(await idOf('aaf', 'aaf-vernier'));
  });

  test('a brick that cannot move its rows refuses the decision, and the page names it', async () => {
    const path = await openPath();
    answer = () => Promise.reject(new Error('the drawer is stuck'));
    const refused = await web.as(ADMINISTRATOR, path, 'decision=same&reason=x');
    answer = () => Promise.resolve();
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/La brique keeper n’a pas pu donner à une fiche .* Rien n’a changé/);
    expect((await web.as(ADMINISTRATOR, path, 'decision=same')).status).toBe(303);
  });

  test.each(['', 'decision=maybe', 'decision=same&decision=different'])('%p is no decision', async (body) => {
    expect((await web.as(ADMINISTRATOR, await openPath(), body)).status).toBe(400);
    expect((await manager.findOneByOrFail(HomonymRow, {})).state).toBe('open');
  });

  test.each(['head', 'headOfOtherSchool', 'teacher', 'pupil'] as const)(
    'T8 to %s, who does not administer the platform, nothing is there',
    async (role) => {
      const path = await openPath();
      for (const one of [LIST, path]) expect((await web.as(role, one)).status).toBe(404);
      expect((await web.as(role, path, 'decision=same')).status).toBe(404);
      expect((await manager.findOneByOrFail(HomonymRow, {})).state).toBe('open');
    },
  );

  test('an unknown pair: 404', async () => {
    expect((await web.as(ADMINISTRATOR, `${LIST}/nothing`)).status).toBe(404);
    expect((await web.as(ADMINISTRATOR, `${LIST}/nothing`, 'decision=same')).status).toBe(404);
  });
});

describe('with two persons of whom nothing asks', () => {
  const ASK = `${LIST}/ask`;
  const OTHERWISE = { familyName: 'Vernet', displayName: 'Zoé Vernet', birthDate: '2013-05-01' };
  const SOMEBODY = { givenName: 'Zoé', familyName: 'Castel', displayName: 'Zoé Castel', birthDate: '2013-05-01' };
  let pair: [string, string];
  let query: string;

  beforeEach(async () => {
    await readTwice(['Vernier'], undefined, OTHERWISE);
    pair = [await idOf('aaf', 'aaf-vernier'), await idOf('onde', 'onde-vernier')];
    query = `person=${pair[0]}&with=${pair[1]}`;
  });
  afterEach(forget);

  test('the page of namesakes leads to a search that tells records apart, also of a person who has left', async () => {
    expect((await web.as(ADMINISTRATOR, LIST)).text).toContain(`href="${ASK}"`);
    const found = await words(`${ASK}?one=vern&other=`);
    expect(found).toMatch(/Zoé Vernier naissance : 9 février 2014 · École des Lilas \(5e Z\) · aaf-vernier/);
    expect(found).toMatch(/Zoé Vernet naissance : 1er mai 2013 · Collège du Parc \(5e Z\) · onde-vernier/);
    await readTwice([], ['aaf']);
    expect(await words(`${ASK}?one=aaf-vern`)).toMatch(
      /Zoé Vernier naissance : 9 février 2014 · n’est plus dans l’annuaire depuis le/,
    );
    await readTwice(['Vernier'], ['aaf']);
  });

  test('a search for nothing, for nobody, for many, or for one record twice says so', async () => {
    expect(await words(ASK)).not.toMatch(/Écrivez une partie/);
    expect(await words(`${ASK}?one=`)).toMatch(/Écrivez une partie d’un nom/);
    expect(await words(`${ASK}?one=ve`)).toMatch(/Écrivez au moins trois lettres/);
    expect(await words(`${ASK}?one=v+e`)).not.toMatch(/aaf-vernier/);
    expect(await words(`${ASK}?one=nobody&other=personne`)).toMatch(/Aucune fiche trouvée.*Aucune fiche trouvée/);
    expect(await words(`${ASK}?one=ver&${query.replace(/with=.*/, `with=${pair[0]}`)}`)).toMatch(
      /deux fois la même fiche/,
    );
    expect(await words(`${ASK}?one=vern&compare=1`)).toMatch(/Choisissez une fiche.*Choisissez une fiche/);
    const families = Array.from({ length: 21 }, (_, index) => `Nombreux${String.fromCharCode(97 + index)}`);
    await readTwice(['Vernier', ...families], ['aaf']);
    expect(await words(`${ASK}?one=nombreux`)).toMatch(/les 20 premières fiches sur 21/);
    await readTwice(['Vernier'], ['aaf']);
  });

  test('the two side by side, with the effect of the question; nothing is asked before the button', async () => {
    const chosen = await web.as(ADMINISTRATOR, `${ASK}?one=vernier&other=vernet&${query}`);
    expect([chosen.status, chosen.headers.location]).toEqual([303, `${ASK}/pair?${query}`]);
    const page = await web.as(ADMINISTRATOR, `${ASK}/pair?${query}`);
    expect(wordsOf(page)).toMatch(
      /Est-ce la même personne .*Nom de famille Différent Vernet Vernier|Nom de famille Différent Vernier Vernet/,
    );
    expect(wordsOf(page)).toMatch(/aucune des deux fiches n’est effacée.*s’efface à ce jour/);
    expect(page.text).not.toContain(INE);
    expect(await manager.count(HomonymRow)).toBe(0);
    const line = { action: 'core.homonym.compare', subject: { person: pair[0], other: pair[1] }, outcome: 'done' };
    expect((await manager.find(AuditLine, { order: { id: 'ASC' } })).at(-1)).toMatchObject(line);
    expect(await words('/admin/audit')).toMatch(/Odile Perret a comparé la fiche de Zoé Verni?er avec une autre/);
  });

  test('the question is asked once, can be answered at once, and is asked again after "two persons"', async () => {
    const asked = await web.as(ADMINISTRATOR, `${ASK}/pair`, query);
    const path = await openPath();
    expect([asked.status, asked.headers.location]).toEqual([303, path]);
    expect(await words(path)).toMatch(/La question est posée\. .*C’est la même personne/);
    expect(await words('/admin/audit')).toMatch(/Odile Perret demande si les deux fiches de Zoé Verni?e/);
    expect((await web.as(ADMINISTRATOR, `${ASK}/pair?${query}`)).headers.location).toBe(path);
    expect((await web.as(ADMINISTRATOR, path, 'decision=different')).status).toBe(303);
    expect(await words(`${ASK}/pair?${query}`)).toMatch(/parce que quelqu’un l’a décidé/);
    expect((await web.as(ADMINISTRATOR, `${ASK}/pair`, query)).headers.location).toBe(path);
    expect((await web.as(ADMINISTRATOR, path, 'decision=same')).status).toBe(303);
    expect(await idOf('onde', 'onde-vernier')).toBe(pair[0]);
    expect(await words(`${ASK}/pair?${query}`)).toMatch(/n’en font déjà plus qu’une/);
    // The record that was joined cannot be chosen, neither in a search nor by an older address.
    expect(await words(`${ASK}?one=verni`)).toMatch(/Zoé Vernier/);
    expect(await words(`${ASK}?one=vernet`)).toMatch(/Aucune fiche/);
    await readTwice(['Vernier', 'Autre'], ['aaf']);
    const third = `person=${await idOf('aaf', 'aaf-autre')}&with=${pair[1]}`;
    expect(await words(`${ASK}/pair?${third}`)).toMatch(/déjà été réunie à une autre/);
    expect((await web.as(ADMINISTRATOR, `${ASK}/pair`, third)).status).toBe(409);
  });

  test('H2 other names and another day: the question keeps both, and one click does not make them one', async () => {
    await readTwice(['Vernier'], ['onde'], SOMEBODY);
    const asked = await web.as(
      ADMINISTRATOR,
      `${ASK}/pair`,
      `person=${pair[0]}&with=${await idOf('onde', 'onde-vernier')}`,
    );
    const path = asked.headers.location ?? '';
    const refused = await web.as(ADMINISTRATOR, path, 'decision=same');
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/ne vont pas ensemble .* faites corriger l’annuaire/);
    expect((await manager.findOneByOrFail(HomonymRow, {})).state).toBe('open');
    expect(await idOf('onde', 'onde-vernier')).not.toBe(pair[0]);
    expect((await web.as(ADMINISTRATOR, path, 'decision=different')).status).toBe(303);
  });

  test('H2 administrators neither ask nor answer about their own record', async () => {
    const own = (await web.host.directory.personByLogin('ldap', 'staff'))?.id ?? '';
    const body = `person=${own}&with=${pair[1]}`;
    const page = await web.as(ADMINISTRATOR, `${ASK}/pair?${body}`);
    expect([page.status, wordsOf(page)]).toEqual([200, expect.stringMatching(/L’une de ces deux fiches est la vôtre/)]);
    expect(wordsOf(page)).not.toMatch(/Poser la question/);
    for (const sent of [body, `person=${pair[1]}&with=${own}`])
      expect((await web.as(ADMINISTRATOR, `${ASK}/pair`, sent)).status).toBe(409);
    expect(await manager.count(HomonymRow)).toBe(0);

    const id = await web.host.homonyms.ask([own, pair[1]], { actor: 'cli' });
    const question = await words(`${LIST}/${id}`);
    expect(question).toMatch(/L’une de ces deux fiches est la vôtre/);
    expect(question).not.toMatch(/Ce sont deux personnes/);
    for (const decision of ['same', 'different'])
      expect((await web.as(ADMINISTRATOR, `${LIST}/${id}`, `decision=${decision}`)).status).toBe(409);
    expect((await manager.findOneByOrFail(HomonymRow, { id })).state).toBe('open');
    await expect(web.host.homonyms.decide(id, 'same', { actor: 'cli', reason: '' })).rejects.toThrow(
      'do not go together',
    );
  });

  test('two persons of one directory are not asked about, and the page says why before and after the click', async () => {
    await readTwice(['Vernier', 'Autre'], ['aaf']);
    const two = `person=${pair[0]}&with=${await idOf('aaf', 'aaf-autre')}`;
    const page = await web.as(ADMINISTRATOR, `${ASK}/pair?${two}`);
    expect(wordsOf(page)).toMatch(/Un même annuaire nomme les deux/);
    expect(wordsOf(page)).not.toMatch(/Poser la question/);
    const refused = await web.as(ADMINISTRATOR, `${ASK}/pair`, two);
    expect([refused.status, await manager.count(HomonymRow)]).toEqual([409, 0]);
    expect(wordsOf(refused)).toMatch(/Un même annuaire nomme les deux/);
  });

  test.each([
    ['one record', () => `person=${pair[0]}&with=${pair[0]}`, 400],
    ['an unknown record', () => `person=${pair[0]}&with=nobody`, 404],
    ['no record', () => '', 400],
  ])('%s is no pair', async (_what, body, status) => {
    expect((await web.as(ADMINISTRATOR, `${ASK}/pair?${body()}`)).status).toBe(status);
    expect((await web.as(ADMINISTRATOR, `${ASK}/pair`, body())).status).toBe(status);
    expect(await manager.count(HomonymRow)).toBe(0);
  });

  test.each(['head', 'teacher', 'pupil'] as const)(
    'T8 to %s, who does not administer the platform, it is not there',
    async (role) => {
      for (const path of [ASK, `${ASK}?one=vernier`, `${ASK}/pair?${query}`])
        expect((await web.as(role, path)).status).toBe(404);
      expect((await web.as(role, `${ASK}/pair`, query)).status).toBe(404);
      expect(await manager.count(HomonymRow)).toBe(0);
    },
  );
});
