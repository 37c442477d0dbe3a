// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition, PortalParts, PortalTask } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { NotesBrick } from './manifest.js';
import { Note } from './note.entity.js';
import { newNote, notesBrick, soundParts } from './sound-notes.js';

type Portal = PortalParts<'read' | 'write', 'title' | 'list.add'>;

/** A brick with parts of the portal. */
function withPortal(portal: Portal): BrickDefinition {
  return notesBrick({
    parts: {
      show(brick: NotesBrick) {
        soundParts.show(brick);
        brick.portal(portal);
      },
    },
  });
}

/** A brick that tells these people of each note that an author adds. */
function withLive(toldOf: (userId: string) => readonly string[]): BrickDefinition {
  return notesBrick({
    parts: {
      add({ http }) {
        http.post(
          '/notes',
          { access: 'write', body: newNote, group: ({ body }) => body.groupId },
          async ({ body, db, user, live, redirect }) => {
            await db.transaction(async () => {
              await db.repository(Note).insert([{ ...body, ownerId: null }]);
              live.publish(toldOf(user.id), 'notes');
            });
            return redirect('/');
          },
        );
      },
    },
  });
}

const sound: Required<Pick<Portal, 'tasks' | 'badge'>> = {
  async tasks({ db, access, t }) {
    const groupId = In((await access.groups('read')).map(({ id }) => id));
    const notes = await db.repository(Note).find({ where: { groupId }, take: 5 });
    return notes.map((note) => taskOf(note, t('list.add')));
  },
  badge: async ({ db, access }) =>
    db.repository(Note).count({ where: { groupId: In((await access.groups('read')).map(({ id }) => id)) } }),
};

function taskOf({ id, text }: Note, action: string): PortalTask {
  return { title: text, detail: text, action, path: `/notes/${id}` };
}

export const soundWithPortal = withPortal(sound);
export const soundWithLive = withLive((userId) => [userId]);

export const tasksOfTheSchool = withPortal({
  tasks: async ({ db, t }) => (await db.repository(Note).find()).map((note) => taskOf(note, t('list.add'))),
});

export const badgeThatFails = withPortal({ badge: () => Promise.reject(new Error('there is no count')) });

export const taskToNowhere = withPortal({
  tasks: ({ t }) => [{ title: t('title'), detail: '', action: t('list.add'), path: '/notes/none' }],
});

export const liveWithoutId = notesBrick({
  parts: {
    show({ http }) {
      http.get('/notes/:id', { access: 'read', load: Note }, ({ resource, page, t }) =>
        page(t('title'), <section data-live="notes">{resource.text}</section>),
      );
    },
  },
});

let first: string | undefined;
/** Tells the first person who wrote, in whichever school. */
export const tellsTheFirst = withLive((userId) => [(first ??= userId)]);
