// SPDX-License-Identifier: EUPL-1.2
// A sound brick; the tests put copies of the peers into its node_modules, which must stay unused.
import { defineBrick, DomainError, json, NotFoundError } from '@volee/core-adapter';
import { Note as Remark } from '@volee/core-adapter/ui';
import { useState } from 'preact/hooks';
import { jsx } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import { z } from 'zod';

export class Note {}
Entity('with_copies_note')(Note);
Index('with_copies_note_school', ['school'])(Note);
PrimaryColumn('varchar', { length: 36 })(Note.prototype, 'id');
Column('varchar', { length: 8 })(Note.prototype, 'school');

export class CreateNotes1764028800000 {
  async up(runner) {
    await runner.createTable(
      new Table({
        name: 'with_copies_note',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'school', type: 'varchar', length: '8' },
        ],
        indices: [{ name: 'with_copies_note_school', columnNames: ['school'] }],
      }),
    );
  }

  async down(runner) {
    await runner.dropTable('with_copies_note');
  }
}

const manifest = {
  id: 'with-copies',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'with-copies', summary: 'Pour essayer', none: 'Personne n’y est nommé' },
    en: { title: 'with-copies', summary: 'For trying', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Note],
  migrations: [CreateNotes1764028800000],
  personalData: { none: 'none' },
};

function Counted({ notes }) {
  const [shown] = useState(notes);
  return jsx(Remark, { children: `${shown} notes` });
}

export default defineBrick(manifest, ({ http }) => {
  http.get('/', { access: 'read' }, async ({ db, page, t }) => {
    const notes = await db.repository(Note).count();
    return page(t('title'), jsx(Counted, { notes }));
  });
  http.get('/rendered', { access: 'read' }, () => json({ html: renderToString(jsx('p', { children: 'seul' })) }));
  http.get('/notes/:id', { access: 'read', params: z.object({ id: z.uuid() }) }, ({ params }) => {
    const error = new NotFoundError(`There is no note ${params.id}.`);
    if (error instanceof DomainError) throw error;
    return json({});
  });
});
