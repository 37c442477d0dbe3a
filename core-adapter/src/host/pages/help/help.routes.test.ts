// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { Manifest } from '../../../api/manifest.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';

const HOSTILE = '<script>alert(1)</script>';

/** A brick with a word of help for each of these profiles; teachers and pupils have its permission. */
function helpful(id: string, manifest: Pick<Manifest, 'help'> = {}): BrickDefinition {
  const fr = { title: id, summary: id, teacher: `${id} pour enseigner`, pupil: `${id} pour vous`, line: HOSTILE };
  return defineBrick(
    {
      id,
      version: '1.0.0',
      adapter: '^0.2.0',
      kind: 'feature',
      settings: z.strictObject({}),
      locales: { fr, en: fr, 'fr-child': { pupil: `${id} pour toi` } },
      permissions: { read: { profiles: ['teacher', 'pupil'] } },
      help: {
        teacher: [{ title: 'teacher', lines: ['line'] }],
        pupil: [{ title: 'pupil', lines: ['line'] }],
      },
      ...manifest,
    },
    ({ http }) => http.get('/', { access: 'read' }, ({ page }) => page(id, null)),
  );
}

const web = await bootWebHost({
  bricks: [helpful('chalk'), helpful('sponge'), helpful('ruler', { help: {} })],
  operator: { contact: 'ent@example.org' },
});
await web.host.activations.disable(SCHOOL, 'sponge', 'cli');
afterAll(() => web.stop());

const helpOf = async (role?: Role, query = ''): Promise<string> => {
  const headers: Record<string, string> = role === undefined ? {} : { Cookie: await web.cookieOf(role) };
  const { status, text } = await web.send(`/aide${query}`, { headers });
  expect(status).toBe(200);
  return text;
};

test('each profile reads its own words, and where to ask: their schools, then the operator', async () => {
  const teacher = await helpOf('teacher');
  expect(teacher).toMatch(/Ce que l’équipe enseignante demande/);
  expect(teacher).toMatch(/École des Lilas/);
  expect(teacher).toMatch(/href="\/contact"/);
  expect(teacher).not.toMatch(/Mes enfants|Collège du Parc/);
  const guardian = await helpOf('guardian');
  expect(guardian).toMatch(/Mes enfants/);
  expect(guardian).toMatch(/60 jours plus tard/);
  expect(await helpOf('head')).toMatch(/Comment allumer une brique/);
  const pupil = await helpOf('pupil');
  expect(pupil).toMatch(/Comment faire.*J’ai oublié mon mot de passe.*3018/s);
  expect(pupil).not.toMatch(/\bvous\b|\bvotre\b/i);
});

test('without a login the page explains the login, and names no brick', async () => {
  const text = await helpOf();
  expect(text).toMatch(/Pour entrer dans Volée/);
  expect(text).not.toMatch(/chalk|sponge|Mes données/);
  expect(await helpOf(undefined, '?profile=head')).not.toMatch(/Comment allumer une brique/);
});

test('T8: a brick helps where it is on for that profile, in one of the schools of the person', async () => {
  const here = await helpOf('teacher');
  expect(here).toContain('chalk pour enseigner');
  expect(here).not.toContain('chalk pour vous');
  expect(here).not.toMatch(/sponge pour|ruler<\/h2>/);
  expect(await helpOf('teacherOfOtherSchool')).toContain('sponge pour enseigner');
  expect(await helpOf('teacherInBothSchools')).toContain('sponge pour enseigner');
  for (const role of ['guardian', 'head'] as const) expect(await helpOf(role)).not.toContain('chalk pour');
});

test('a pupil is called tu by the bricks, too', async () => {
  const text = await helpOf('pupil');
  expect(text).toContain('chalk pour toi');
  expect(text).not.toContain('sponge');
});

test('T6: the address chooses among the profiles of the person, and no other', async () => {
  expect(await helpOf('teacher', '?profile=head')).not.toMatch(/Comment allumer une brique/);
  expect(await helpOf('pupil', '?profile=teacher')).not.toContain('chalk pour enseigner');
  expect(await helpOf('teacher', '?profile=teacher&profile=head')).toMatch(/Ce que l’équipe enseignante demande/);
});

test('P6 texts of a brick are escaped', async () => {
  const text = await helpOf('teacher');
  expect(text).toContain('&lt;script');
  expect(text).not.toContain(HOSTILE);
});

test('the head of each page leads to the help, also of a page for nobody and of an error', async () => {
  const Cookie = await web.cookieOf('teacher');
  for (const page of [
    await web.send(`/s/${SCHOOL}/chalk/`, { headers: { Cookie } }),
    await web.send(`/s/${OTHER_SCHOOL}/`, { headers: { Cookie } }),
    await web.send('/accessibility'),
  ]) {
    expect(page.text).toMatch(/<header.*<a [^>]*href="\/aide" aria-label="Aide".*<\/header>/s);
  }
});
