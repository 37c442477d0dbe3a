// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, type Manifest } from '@volee/core-adapter';
import { Button, PageHead, TextField } from '@volee/core-adapter/ui';
import { z } from 'zod';

const locales = {
  fr: {
    title: 'Tableau',
    summary: 'Ce que la classe écrit',
    note: 'Note',
    add: 'Écrire',
    count: 'Notes\u00a0: {count}',
  },
  en: { title: 'Board', summary: 'What the class writes', note: 'Note', add: 'Write', count: 'Notes: {count}' },
};

const manifest = {
  id: 'note-board',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales,
  permissions: { read: { profiles: ['teacher'] } },
} satisfies Manifest;

/** A page that changes by itself, with a field in the part that changes, and a badge: the number of notes. */
export const noteBoard = defineBrick(manifest, ({ http, portal }) => {
  const notes: string[] = [];
  portal({ badge: () => notes.length });
  http.get('/', { access: 'read' }, ({ page, t, url }) =>
    page(
      t('title'),
      <>
        <PageHead title={t('title')} />
        <p data-live="notes" id="count">
          {t('count', { count: notes.length })}
        </p>
        <section data-live="notes" id="board">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <form method="post" action={url('/')}>
            <TextField name="note" label={t('note')} />
            <Button>{t('add')}</Button>
          </form>
        </section>
      </>,
    ),
  );
  http.post('/', { access: 'read', body: z.object({ note: z.string() }) }, ({ body, user, live, redirect }) => {
    notes.push(body.note);
    live.publish([user.id], 'notes');
    return redirect('/');
  });
});
