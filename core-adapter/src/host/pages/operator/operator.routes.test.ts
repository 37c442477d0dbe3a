// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { footLinks } from '../../http/foot-links.js';

const HOSTILE = '<script>alert(1)</script>';

const footOf = ({ text }: Answer): string => /<footer.*<\/footer>/s.exec(text)?.[0] ?? '';

describe('an operator with everything', () => {
  let web: WebHost;
  beforeAll(async () => {
    const legalNotice = `Éditeur : académie.\nTéléphone : 03.\n\nHébergeur ${HOSTILE}`;
    const operator = { name: `Académie ${HOSTILE}`, contact: 'ent@example.org', legalNotice };
    web = await bootWebHost({ bricks: [replyBrick], operator });
  });
  afterAll(() => web.stop());

  test('the foot of every page has both links: of a portal, of a brick, of an error, logged in or not', async () => {
    const teacher = { headers: { Cookie: await web.cookieOf('teacherInBothSchools') } };
    const pages = [
      await web.send(`/s/${SCHOOL}/`, teacher),
      await web.send(`/s/${OTHER_SCHOOL}/paper/`, teacher),
      await web.send('/nowhere', teacher),
      await web.send('/accessibility'),
      await web.send('/nowhere'),
    ];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 404, 200, 404]);
    for (const page of pages) {
      expect(footOf(page)).toMatch(/<a href="\/mentions-legales">.*<a href="\/contact">/s);
    }
  });

  test('P6 the legal notice is for everybody, in paragraphs, and its text is text', async () => {
    const { status, text } = await web.send('/mentions-legales');
    expect(status).toBe(200);
    expect(text).toMatch(/<p>Éditeur : académie\.\nTéléphone : 03\.<\/p><p>Hébergeur &lt;script/);
    expect(text).not.toContain(HOSTILE);
  });

  test('P6 the contact is for everybody, with the name as text and the address as a link', async () => {
    const { status, text } = await web.send('/contact');
    expect(status).toBe(200);
    expect(text).toContain('href="mailto:ent@example.org"');
    expect(text).not.toContain(HOSTILE);
    const pupil = await web.send('/contact', { headers: { Cookie: await web.cookieOf('pupil') } });
    expect(pupil.text).toMatch(/Un adulte de l’école d’abord/);
  });
});

test('without settings the foot has neither link, and the pages are not there', async () => {
  const web = await bootWebHost();
  expect(footOf(await web.send('/accessibility'))).not.toMatch(/mentions-legales|contact/);
  expect((await web.send('/contact')).status).toBe(404);
  expect((await web.send('/mentions-legales')).status).toBe(404);
  await web.stop();
});

test('P6 a legal notice on another site is linked by http(s) alone; any other scheme is text', () => {
  const urlOf = (legalNotice: string): string | undefined =>
    footLinks({ operator: { legalNotice } }, false).find(({ key }) => key === 'shell.legalNotice')?.url;
  expect(urlOf('https://example.org/legal')).toBe('https://example.org/legal');
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'Voir https://example.org/', 'https://']) {
    expect(urlOf(text)).toBe('/mentions-legales');
  }
});
