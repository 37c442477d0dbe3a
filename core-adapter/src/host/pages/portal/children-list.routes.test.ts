// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '../../../api/brick.js';
import type { ChildThing } from '../../../api/portal.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { AttachmentRow } from '../../domain/directory/attachment.entity.js';
import { KinshipRow } from '../../domain/directory/kinship.entity.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
import { SchoolRow } from '../../domain/directory/school.entity.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';

const thing = (title: string, about: readonly string[], more: Partial<ChildThing> = {}): ChildThing => ({
  ...{ title, detail: 'Pour jeudi', path: '/works/1', at: new Date('2026-11-23T09:00:00Z'), about },
  state: { label: 'Commencé', icon: 'circle' },
  ...more,
});
const waiting = (title: string, about: readonly string[], day: number): ChildThing =>
  thing(title, about, {
    waits: true,
    due: new Date(Date.UTC(2026, 11, day)),
    state: { label: 'À refaire', icon: 'circle' },
  });

/** The things of the brick `listed`, by school; `undefined` throws. */
const things = new Map<string, readonly ChildThing[] | undefined>();
const web = await bootWebHost({
  bricks: [
    defineBrick({ ...replyBrick.manifest, id: 'listed' }, (brick) => {
      brick.http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), null));
      brick.portal({
        badge: ({ school }) => things.get(school.uai)?.length ?? 0,
        ofChildren: {
          title: 'title',
          soon: 'title',
          things({ school }) {
            const own = things.get(school.uai);
            if (!own) throw new Error('no list');
            return own;
          },
        },
      });
    }),
    defineBrick({ ...replyBrick.manifest, id: 'plain' }, (brick) => {
      brick.http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), null));
      brick.portal({ badge: () => 2 });
    }),
  ],
});
afterAll(() => web.stop());
beforeEach(() => {
  for (const uai of [SCHOOL, OTHER_SCHOOL]) things.set(uai, []);
});

async function listFor(role: Role, query = '', brick = 'listed') {
  return web.send(`/enfants/${brick}${query}`, { headers: { Cookie: await web.cookieOf(role) } });
}

async function wordsFor(role: Role, query = ''): Promise<string> {
  const main = /<main[^]*<\/main>/.exec((await listFor(role, query)).text)?.[0] ?? '';
  const plain = main.replace(/<svg[^]*?<\/svg>/g, '').replace(/<[^>]+>/g, ' ');
  return plain.replace(/\s+/g, ' ');
}

async function idOf(role: Role): Promise<string> {
  return (await web.host.directory.personByLogin('ldap', role))?.id ?? '';
}

test('the portal leads a guardian of two children to one list over both schools, what waits first', async () => {
  const [ines, jules] = [await idOf('pupil'), await idOf('pupilOfOtherSchool')];
  things.set(SCHOOL, [thing('Les Gaulois', [ines]), waiting('Fractions', [ines], 4)]);
  things.set(OTHER_SCHOOL, [
    waiting('Carte', [jules], 3),
    thing('Remis', [jules], { due: new Date('2026-12-04T09:00:00Z') }),
    thing('Remis avant', [jules], { due: new Date('2026-12-02T09:00:00Z') }),
    thing('Neuf', [jules], { at: new Date('2026-11-24T09:00:00Z') }),
  ]);
  for (const uai of [SCHOOL, OTHER_SCHOOL]) {
    const portal = await web.send(`/s/${uai}/`, { headers: { Cookie: await web.cookieOf('guardianInBothSchools') } });
    expect(portal.text).toContain('href="/enfants/listed"');
    expect(portal.text).not.toContain('/enfants/plain');
  }
  const { text } = await listFor('guardianInBothSchools');
  expect(text).toContain(`href="/s/${OTHER_SCHOOL}/listed/works/1"`);
  expect(await wordsFor('guardianInBothSchools')).toMatch(
    /2 choses attendent\. Tous .*Inès .*Jules .*À refaire Carte Jules : Pour jeudi .*Fractions Inès .*Remis avant .*Remis Jules .*Commencé Neuf .*Les Gaulois/,
  );
});

test('the rail over all children leads to no school alone: sums of badges, and the children beside each other tool', async () => {
  const [ines, jules] = [await idOf('pupil'), await idOf('pupilOfOtherSchool')];
  things.set(SCHOOL, [thing('Les Gaulois', [ines]), thing('Fractions', [ines])]);
  things.set(OTHER_SCHOOL, [thing('Carte', [jules])]);
  const railOf = async (role: Role, path: string): Promise<string> => {
    const { text } = await web.send(path, { headers: { Cookie: await web.cookieOf(role) } });
    return (/<nav class="v-rail"[^]*?<\/nav>/.exec(text)?.[0] ?? '').replace(/<svg[^]*?<\/svg>/g, '');
  };
  for (const path of [`/s/${SCHOOL}/`, `/s/${OTHER_SCHOOL}/`, '/enfants/listed']) {
    const rail = await railOf('guardianInBothSchools', path);
    expect(rail).toMatch(/href="\/enfants\/listed"[^]*?>3</);
    expect(rail).toMatch(new RegExp(`href="/s/${SCHOOL}/plain/"(?:(?!</a>)[^])*>2<(?:(?!</a>)[^])*, Inès`));
    expect(rail).toMatch(new RegExp(`href="/s/${OTHER_SCHOOL}/plain/"(?:(?!</a>)[^])*>2<(?:(?!</a>)[^])*, Jules`));
    expect(rail).not.toMatch(/href="\/s\/[^/]+\/listed/);
  }
  // A guardian of one child, and a page of one school, keep the rail of the school.
  expect(await railOf('guardian', `/s/${SCHOOL}/`)).toContain(`href="/s/${SCHOOL}/listed/"`);
  expect(await railOf('guardianInBothSchools', `/s/${SCHOOL}/plain/`)).toContain(`href="/s/${SCHOOL}/listed/"`);
});

test('tasks of the portal stand under the heading of the brick, apart from the others', async () => {
  const ines = await idOf('pupil');
  things.set(SCHOOL, [waiting('Carte', [ines], 9), { ...waiting('Fractions', [ines], 4), isSoon: true }]);
  expect(await wordsFor('guardian')).toMatch(/attendent\. Papier .*Fractions .*Les autres .*Carte/);
});

test('the filter shows one child, and asks the schools of that child alone', async () => {
  const [ines, jules] = [await idOf('pupil'), await idOf('pupilOfOtherSchool')];
  things.set(SCHOOL, [waiting('Fractions', [ines], 4), thing('Pour tous', [])]);
  things.set(OTHER_SCHOOL, undefined);
  const words = await wordsFor('guardianInBothSchools', `?child=${ines}`);
  expect(words).toMatch(/pour Inès Une chose attend\..*Fractions/);
  expect(words).not.toMatch(/Pour tous|Sans réponse|Collège du Parc/);
  expect((await listFor('guardianInBothSchools', `?child=${await idOf('pupilOfOtherClass')}`)).status).toBe(404);
  expect((await listFor('guardianInBothSchools', `?child=${ines}&child=${jules}`)).status).toBe(404);
});

test('a school where the brick fails is named, and the others are shown', async () => {
  things.set(SCHOOL, undefined);
  things.set(OTHER_SCHOOL, [thing('Carte', [await idOf('pupilOfOtherSchool')])]);
  const words = await wordsFor('guardianInBothSchools');
  expect(words).toMatch(/Sans réponse pour le moment : École .*Carte Jules/);
  expect(words).not.toContain('Rien n’attend');
});

test('T8 T10 nobody reads of a child of another family, and pupils and teachers have no such page', async () => {
  const [ines, tom] = [await idOf('pupil'), await idOf('pupilOfOtherClass')];
  things.set(SCHOOL, [thing('De Tom', [tom]), thing('Des deux', [tom, ines])]);
  const words = await wordsFor('guardian');
  expect(words).not.toMatch(/De Tom|Tom/);
  expect(words).toContain('Des deux Inès');
  for (const role of ['pupil', 'teacher', 'head'] as const) expect((await listFor(role)).status).toBe(404);
  expect((await listFor('guardian', '', 'plain')).status).toBe(404);
  expect((await listFor('guardian', '', 'unknown')).status).toBe(404);
  await web.host.activations.disable(SCHOOL, 'listed', 'cli');
  try {
    expect((await listFor('guardian')).status).toBe(404);
    expect(await wordsFor('guardianInBothSchools')).not.toContain('Des deux');
  } finally {
    await web.host.activations.enable(SCHOOL, 'listed', 'cli');
  }
});

test('a child who has changed school is asked for in the new school alone', async () => {
  const { manager } = web.host.database.dataSource;
  const [ines, guardian] = [await idOf('pupil'), await idOf('guardian')];
  things.set(SCHOOL, [thing('Ancien', [ines])]);
  things.set(OTHER_SCHOOL, [thing('Nouveau', [ines])]);
  expect(await wordsFor('guardian')).toMatch(/Ancien/);
  const moved = [ines, guardian];
  for (const personId of moved) await manager.update(AttachmentRow, { personId, uai: SCHOOL }, { uai: OTHER_SCHOOL });
  try {
    const words = await wordsFor('guardian');
    expect(words).toContain('Nouveau');
    expect(words).not.toContain('Ancien');
  } finally {
    for (const personId of moved) await manager.update(AttachmentRow, { personId, uai: OTHER_SCHOOL }, { uai: SCHOOL });
  }
});

test('a person who is a teacher, a head and a guardian reads of their own children alone', async () => {
  const { manager } = web.host.database.dataSource;
  const [ines, tom, head] = [await idOf('pupil'), await idOf('pupilOfOtherClass'), await idOf('head')];
  things.set(SCHOOL, [thing('De Tom', [tom]), thing('D’Inès', [ines])]);
  const kin = { source: 'ldap', guardianId: head };
  const attached = { source: 'ldap', createdAt: new Date(), personId: head, uai: SCHOOL };
  const from = new Date('2026-09-01T00:00:00Z');
  await manager.insert(KinshipRow, { ...kin, childId: ines });
  const profiles = ['guardian', 'teacher'] as const;
  for (const profile of profiles)
    await manager.insert(AttachmentRow, { id: `extra-${profile}`, ...attached, profile, from });
  try {
    const words = await wordsFor('head');
    expect(words).toContain('D’Inès');
    expect(words).not.toContain('De Tom');
  } finally {
    for (const profile of profiles) await manager.delete(AttachmentRow, { id: `extra-${profile}` });
    await manager.delete(KinshipRow, { guardianId: head, childId: ines });
  }
});

test('a guardian of twelve children finds all of them in the filter, and at most sixty lines', async () => {
  const { manager } = web.host.database.dataSource;
  const [ines, guardian] = [await idOf('pupil'), await idOf('guardian')];
  const model = await manager.findOneByOrFail(PersonRow, { id: ines });
  const attachment = await manager.findOneByOrFail(AttachmentRow, { personId: ines, uai: SCHOOL });
  const ids = Array.from({ length: 11 }, (_, place) => `child-${place}`);
  for (const id of ids) {
    await manager.insert(PersonRow, { ...model, id, givenName: `Prénom ${id}`, displayName: `Prénom ${id} Renaud` });
    await manager.insert(AttachmentRow, { ...attachment, id: `of-${id}`, personId: id });
    await manager.insert(KinshipRow, { source: 'ldap', guardianId: guardian, childId: id });
  }
  try {
    things.set(
      SCHOOL,
      ids.flatMap((id) => Array.from({ length: 10 }, (_, place) => thing(`De ${id}, ${place}`, [id]))),
    );
    const { text } = await listFor('guardian');
    expect(text.match(/href="\/enfants\/listed\?child=/g)).toHaveLength(12);
    expect(text.match(/v-childline-state/g)).toHaveLength(60);
    expect((await listFor('guardian', '?child=child-10')).text.match(/v-childline-state/g)).toHaveLength(10);
  } finally {
    for (const id of ids) await manager.delete(PersonRow, { id });
  }
});

test('of children in more than six schools, six are asked, and the others are named', async () => {
  const { manager } = web.host.database.dataSource;
  const [ines, guardian] = [await idOf('pupil'), await idOf('guardian')];
  const model = await manager.findOneByOrFail(PersonRow, { id: ines });
  const places = [0, 1, 2, 3, 4, 5, 6].map((place) => ({
    uai: `039200${place}A`,
    id: `far-${place}`,
    name: `Lointaine ${place}`,
  }));
  const school = await manager.findOneByOrFail(SchoolRow, { uai: SCHOOL });
  const row = { source: 'ldap', createdAt: new Date(), from: new Date('2026-09-01T00:00:00Z') };
  for (const { uai, id, name } of places) {
    await manager.insert(SchoolRow, { ...school, uai, name, foldedName: name.toLowerCase() });
    await manager.insert(PersonRow, { ...model, id, givenName: id, displayName: `${id} Faivre` });
    await manager.insert(AttachmentRow, { ...row, id: `pupil-${id}`, personId: id, uai, profile: 'pupil' });
    await manager.insert(AttachmentRow, { ...row, id: `parent-${id}`, personId: guardian, uai, profile: 'guardian' });
    await manager.insert(KinshipRow, { source: 'ldap', guardianId: guardian, childId: id });
    await web.host.activations.enable(uai, 'listed', 'cli');
    things.set(uai, [thing(`Chez ${id}`, [id])]);
  }
  try {
    const words = await wordsFor('guardian');
    expect(words.match(/Chez far-/g)).toHaveLength(5);
    expect(words).toMatch(/Pas lu ici : Lointaine \d, Lointaine \d\./);
    for (const { id } of places) expect(await wordsFor('guardian', `?child=${id}`)).toContain(`Chez ${id}`);
    const portal = await web.send(`/s/${SCHOOL}/`, { headers: { Cookie: await web.cookieOf('guardian') } });
    expect(portal.text.match(/Ouvrez son école pour savoir/g)).toHaveLength(2);
  } finally {
    for (const { id } of places) await manager.delete(PersonRow, { id });
    await manager.delete(
      AttachmentRow,
      places.map(({ id }) => `parent-${id}`),
    );
  }
});
