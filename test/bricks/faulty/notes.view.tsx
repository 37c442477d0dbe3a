// SPDX-License-Identifier: EUPL-1.2
import type { MessageKeyOf, Translate } from '@volee/core-adapter';
import { Button, PageHead, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { manifest } from './manifest.js';
import type { Note } from './note.entity.js';

interface NotesProps {
  readonly notes: readonly Note[];
  /** The class that may be written to. */
  readonly groupId: string | undefined;
  readonly action: string;
  readonly t: Translate<MessageKeyOf<typeof manifest>>;
}

export function NotesView({ notes, groupId, action, t }: NotesProps): VNode {
  return (
    <>
      <PageHead title={t('title')} lead={t('list.count', { count: notes.length })} />
      <ul>
        {notes.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
      {groupId !== undefined && (
        <form method="post" action={action}>
          <input type="hidden" name="groupId" value={groupId} />
          <TextField name="text" label={t('list.text')} />
          <Button>{t('list.add')}</Button>
        </form>
      )}
    </>
  );
}
