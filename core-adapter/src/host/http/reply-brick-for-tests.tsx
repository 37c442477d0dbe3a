// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import passport from 'passport';
import { z } from 'zod';
import { defineBrick } from '../../api/brick.js';
import { ConflictError, UnavailableError } from '../../api/errors.js';
import type { ByteRange } from '../../api/byte-range.js';
import { content, type ContentReply } from '../../api/content.js';
import { json } from '../../api/http.js';
import { defineLoginBrick } from '../../api/login/login-brick.js';
import type { Manifest } from '../../api/manifest.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../infra/database/notes-for-tests.js';
import { DatabaseUnavailableError } from '../infra/database/database-unavailable-error.js';

const locales = {
  fr: { title: 'Papier', summary: 'Des feuilles' },
  en: { title: 'Paper', summary: 'Some sheets' },
};
const manifest = {
  id: 'paper',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales,
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
  },
} satisfies Manifest;

export const CHANGED_AT = new Date('2026-09-01T08:00:00.250Z');

/** Content that is in memory. */
export function contentOf(name: string, bytes: Buffer): ContentReply {
  const open = ({ start, end }: ByteRange = { start: 0, end: bytes.length - 1 }): Readable =>
    Readable.from([bytes.subarray(start, end + 1)]);
  return content({ name, bytes: bytes.length, etag: 'first', modifiedAt: CHANGED_AT, open });
}

/** A brick with one address for each way of answering. */
export const replyBrick = defineBrick(manifest, ({ http }) => {
  http.get('/', { access: 'read' }, ({ page, t, school, user }) =>
    page(t('title'), <p>{`${user.displayName}, ${school.name}`}</p>),
  );
  http.get('/sheets/:id', { access: 'read', params: z.object({ id: z.uuid() }) }, ({ params }) => json(params));
  http.get('/search', { access: 'read', query: z.object({ page: z.coerce.number().int() }) }, ({ query }) =>
    json(query),
  );
  http.post('/sheets', { access: 'write', body: z.object({ text: z.string().min(1) }) }, ({ redirect }) =>
    redirect('/', 'Feuille rangée.'),
  );
  http.post('/bin', { access: 'read' }, ({ redirect }) =>
    redirect('/', 'Feuilles jetées.', { path: '/bin/restore', fields: { from: 'box', sheet: ['1', '2'] } }),
  );
  http.post('/drafts', { access: 'write' }, ({ page }) => page('', <p>Il manque un titre.</p>, { status: 400 }));
  http.get('/download/:name', { access: 'read', params: z.object({ name: z.string() }) }, ({ params }) => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    return contentOf(params.name, bytes);
  });
  http.get('/crash', { access: 'read' }, () => {
    throw new Error('the password is sesame');
  });
  http.get('/late', { access: 'read' }, () => {
    throw new ConflictError('Somebody else wrote on this sheet.', { remedy: 'Read it again.' });
  });
  http.get('/down', { access: 'read' }, () => Promise.reject(new UnavailableError('The printer is out.')));
  http.get('/locked', { access: 'read' }, () =>
    Promise.reject(new DatabaseUnavailableError('The database is locked.')),
  );
});

/** A brick with a table; two notes of a school cannot have one number. */
export const notesBrick = defineBrick(
  {
    ...manifest,
    id: 'notes',
    locales: { fr: { ...locales.fr, none: 'Personne' }, en: { ...locales.en, none: 'Nobody' } },
    entities: [NoteRow],
    migrations: [CreateNotes1764028800000],
    personalData: { none: 'none' },
  },
  ({ http, moveGroup }) => {
    moveGroup(moveNotes);
    http.post('/first', { access: 'write' }, async ({ db, redirect }) => {
      await db.repository(NoteRow).insert([{ text: 'first', groupId: null, number: 1 }]);
      return redirect('/');
    });
  },
);

/** A brick that cannot start. */
export const failingBrick = defineBrick({ ...manifest, id: 'torn' }, () => {
  throw new Error('the sheet is torn');
});

/** An auth provider that accepts any ticket `ST-<login>`, refuses `ST-refused`, and fails for `ST-trouble` as if the SSO were down. */
export const loginBrick = defineLoginBrick(
  { id: 'door', version: '1.0.0', adapter: '^0.2.0', kind: 'auth-provider', settings: z.strictObject({}), locales },
  ({ auth }) => {
    const strategy = Object.assign(new passport.Strategy(), {
      authenticate(this: passport.StrategyCreated<passport.Strategy>, request: { query: Record<string, unknown> }) {
        const ticket = String(request.query['ticket']);
        if (ticket === 'ST-refused') return this.fail('INVALID_TICKET');
        if (ticket === 'ST-trouble') return this.error(new UnavailableError('The SSO does not answer.'));
        this.success({ source: 'ldap', login: ticket.replace(/^ST-/, '').replace(/~.*/, ''), ticket });
      },
    });
    auth.provide({
      strategy,
      origin: 'https://sso.example.org:8443',
      loginUrl: () => `https://sso.example.org:8443/login?service=${encodeURIComponent(auth.callbackUrl)}`,
      logoutUrl: (to) => `https://sso.example.org:8443/logout?service=${encodeURIComponent(to)}`,
      readLogout: (message) => /<ticket>(.*)<\/ticket>/.exec(message)?.[1],
    });
  },
);
