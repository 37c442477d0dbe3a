// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { UnavailableError } from '../../../api/errors.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
import { HomonymRow } from '../../domain/sync/state/homonym.entity.js';
import { newId } from '../../infra/database/new-id.js';
import { loginBrick } from '../reply-brick-for-tests.js';
import { keptFormIn, logInto, textsIn } from './kept-form-for-tests.js';

const PUBLIC = 'https://ent.example.org';
const HERE = `/s/${SCHOOL}/letters`;
const TEXT = 'Chère Mamie,\r\nje t’écris "d’ici" & <b>vite</b>';
const FIELDS: readonly [string, string][] = [
  ['to', '01a22cb4-5895-7311-83ef-7e252e8511c5'],
  ['to', '01a22cb4-5895-7311-83ef-7e252e8511c6'],
  ['text', TEXT],
  ['do', 'send-rest'],
];

/** Letters as the brick got them: the name of the person and the form. */
const letters: unknown[] = [];
const profiles = ['pupil', 'teacher'] as const;
const texts = { title: 'Lettres', summary: 'Des lettres' };
const lettersBrick = defineBrick(
  {
    ...{ id: 'letters', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
    locales: { fr: texts, en: texts },
    permissions: { write: { profiles } },
  },
  ({ http }) => {
    const body = z.strictObject({ to: z.array(z.uuid()), text: z.string(), do: z.string() });
    http.post('/', { access: 'write', body, query: z.strictObject({ page: z.string().optional() }) }, (request) => {
      letters.push([request.user.displayName, request.query.page, request.body]);
      return request.redirect('/');
    });
    http.post('/down', { access: 'write' }, () => Promise.reject(new UnavailableError('The post is closed.')));
  },
);

const web = await bootWebHost({ bricks: [lettersBrick, loginBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());
beforeEach(() => void letters.splice(0));

const HTML = { Accept: 'text/html', Origin: PUBLIC };
const form = (fields: readonly (readonly [string, string])[] = FIELDS): string =>
  new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
const post = (path: string, headers: Record<string, string> = {}, body = form()): Promise<Answer> =>
  web.send(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...HTML, ...headers },
  });
const logIn = (login: string): ReturnType<typeof logInto> => logInto(web, login);

describe('P16 a form that arrives without its session', () => {
  test('is kept in a page, and is sent from there once its author has logged in again', async () => {
    const { person } = await logIn('pupil');
    const kept = await post(`${HERE}?page=2`, { Cookie: person });
    expect([kept.status, kept.headers['cache-control']]).toEqual([401, 'no-store']);
    expect(kept.text).toMatch(/Ta connexion s’est arrêtée[^]*target="_blank"[^]*Je suis Inès Faivre/);
    expect(kept.text).toMatch(
      /<textarea[^>]*readonly[^>]*>Chère Mamie,\r\nje t’écris &quot;d’ici&quot; &amp; &lt;b>vite&lt;\/b><\/textarea>/,
    );
    const { action, fields } = keptFormIn(kept);
    expect(fields).toEqual(FIELDS);

    // Too early, it is only kept once more.
    const early = await post(action, {}, form(fields));
    expect(early.status).toBe(401);
    expect(keptFormIn(early).fields).toEqual(FIELDS);

    const { session } = await logIn('pupil');
    expect((await post(keptFormIn(early).action, { Cookie: session }, form(fields))).status).toBe(303);
    const [, , text] = FIELDS;
    expect(letters).toEqual([
      [
        'Inès Faivre',
        '2',
        { to: [FIELDS[0]?.[1], FIELDS[1]?.[1]], text: text?.[1].replaceAll('\r\n', '\n'), do: 'send-rest' },
      ],
    ]);
  });

  test('is neither sent for another person nor shown to them, and stays for its author', async () => {
    const kept = await post(HERE, { Cookie: (await logIn('pupil')).person });
    const { session, person } = await logIn('pupilOfOtherClass');
    const refused = await post(keptFormIn(kept).action, { Cookie: `${session}; ${person}` });
    expect(refused.status).toBe(403);
    expect(refused.text).toMatch(/Ce texte n’est pas parti[^]*Inès Faivre/);
    expect(refused.text).not.toMatch(/<textarea/);
    expect(letters).toEqual([]);
    const author = await logIn('pupil');
    const { action, fields } = keptFormIn(refused);
    expect((await post(action, { Cookie: author.session }, form(fields))).status).toBe(303);
    expect(letters).toMatchObject([['Inès Faivre', undefined, { text: TEXT.replaceAll('\r\n', '\n') }]]);
  });

  test('is sent by the person to which the record of its author was joined', async () => {
    const { person } = await logIn('teacherOfOtherClass');
    const { action, fields } = keptFormIn(await post(HERE, { Cookie: person }));
    const { manager } = web.host.database.dataSource;
    const at = web.host.clock.now();
    const idOf = async (login: string): Promise<string> =>
      (await web.host.directory.personByLogin('ldap', login))?.id ?? '';
    const [kept, gone] = [await idOf('teacher'), await idOf('teacherOfOtherClass')];
    const { session } = await logIn('teacher');
    expect((await post(action, { Cookie: session }, form(fields))).status).toBe(403);
    await manager.update(PersonRow, { id: gone }, { disabledAt: at });
    const decided = { state: 'same', askedAt: at, decidedAt: at, decidedBy: 'cli', reason: null } as const;
    await manager.insert(HomonymRow, {
      ...{ id: newId(), source: 'ldap', personId: kept, otherId: gone, why: 'hand' },
      ...decided,
    });
    expect((await post(action, { Cookie: session }, form(fields))).status).toBe(303);
    expect(letters).toMatchObject([[expect.any(String), undefined, { text: TEXT.replaceAll('\r\n', '\n') }]]);
  });

  test('can only be copied where nobody knows who wrote it: after a logout, and with a mark of another installation', async () => {
    const { session, person } = await logIn('pupil');
    const left = await post('/logout', { Cookie: `${session}; ${person}` }, '');
    expect(left.headers['set-cookie']?.join()).toMatch(/__Host-volee_person=;/);
    const kept = await post(HERE);
    expect(kept.status).toBe(401);
    expect(kept.text).toMatch(/Copiez votre texte[^]*Chère Mamie/);
    expect(keptFormIn(kept).action).toBe('none');
    const other = await logIn('pupilOfOtherClass');
    const forged = await post(`${HERE}?typedBy=x`, { Cookie: other.session });
    expect(forged.status).toBe(403);
    expect(keptFormIn(forged).action).toBe('none');
    expect(letters).toEqual([]);
  });

  test('P6 is not reflected when another site sends it, nor to scripts, and is never logged', async () => {
    const { person } = await logIn('pupil');
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example.org' }]) {
      const refused = await post(HERE, { Cookie: person, ...headers });
      expect(refused.status).toBe(403);
      expect(refused.text).not.toMatch(/Mamie/);
    }
    for (const headers of [{ Accept: 'application/json' }, { 'X-Volee-Background': '1' }]) {
      const refused = await post(HERE, { Cookie: person, ...headers });
      expect(refused.status).toBe(401);
      expect(refused.text).not.toMatch(/Mamie/);
    }
    await post(HERE, { Cookie: person });
    await post(`${HERE}/down`, { Cookie: (await logIn('pupil')).session });
    expect(JSON.stringify(web.lines)).not.toMatch(/Mamie|typedBy/);
  });

  test('goes to the login as before without a field, and at an address that leads away', async () => {
    const { person } = await logIn('pupil');
    expect((await post(HERE, { Cookie: person }, '')).status).toBe(303);
    const away = await post(`//evil.example.org${HERE}`, { Cookie: person });
    expect(away.text).not.toMatch(/action="\/\/evil/);
  });

  test('keeps no file, and says so', async () => {
    const { person } = await logIn('pupil');
    const body = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n';
    const kept = await post(HERE, { Cookie: person, 'Content-Type': 'multipart/form-data; boundary=x' }, body);
    expect(kept.status).toBe(401);
    expect(kept.text).toMatch(/Les fichiers ne sont pas gardés/);
    expect(keptFormIn(kept).action).toBe('none');
  });

  test('leads to a page that says where the text waits', async () => {
    const { session } = await logIn('pupil');
    const back = await web.send('/de-retour', { headers: { Cookie: session, Accept: 'text/html' } });
    expect([back.status, back.text.includes('Ton texte attend dans l’autre onglet')]).toEqual([200, true]);
  });
});

test('P16 an error page shows what was typed, and sends it again where the fault may pass', async () => {
  const { session } = await logIn('pupil');
  const down = await post(`${HERE}/down`, { Cookie: session });
  expect(down.status).toBe(503);
  expect(down.text).toMatch(/Ce que tu as écrit n’est pas parti[^]*Chère Mamie/);
  expect(keptFormIn(down).fields).toEqual(FIELDS);
  const other = await logIn('pupilOfOtherClass');
  expect((await post(keptFormIn(down).action, { Cookie: other.session })).status).toBe(403);
  const gone = await post(`${HERE}/gone`, { Cookie: session });
  expect(gone.status).toBe(404);
  expect(gone.text).toMatch(/Chère Mamie/);
  expect(keptFormIn(gone).action).toBe('none');
});

test.each(['Merci', 'oui', '😀😀😀', '7 × 8 = 56', 'bonjour:maitresse', '12'])(
  'P16 « %s » in a field of text is kept without a session, also for nobody that is known, and shown on error pages',
  async (short) => {
    const body = form([
      ['to', FIELDS[0]?.[1] ?? ''],
      ['text', short],
      ['do', 'send-rest'],
    ]);
    const unknown = await post(`${HERE}?typedIn=text`, {}, body);
    expect([unknown.status, textsIn(unknown)]).toEqual([401, [short]]);
    const { session } = await logIn('pupil');
    for (const path of ['down', 'gone']) {
      const failed = await post(`${HERE}/${path}?typedIn=text`, { Cookie: session }, body);
      expect(textsIn(failed)).toEqual([short]);
    }
    // A brick that knows no such parameter takes the form.
    const taken = form([...FIELDS.slice(0, 2), ['text', short], ['do', 'send-rest']]);
    expect((await post(`${HERE}?typedIn=text`, { Cookie: session }, taken)).status).toBe(303);
    expect(letters).toMatchObject([['Inès Faivre', undefined, { text: short }]]);
  },
);
