// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import fileShare from '@volee/file-share';

const texts = { title: 'Agenda', summary: 'Ce qui vient cette semaine' };

/** A brick that does not start, so that its users see the page about that. */
export const brokenBrick = defineBrick(
  {
    id: 'agenda',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'feature',
    icon: 'calendar-week-fill',
    colour: 'agenda',
    // Any schema without required settings.
    settings: fileShare.manifest.settings,
    locales: { fr: texts, en: texts },
    permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] } },
  },
  () => {
    throw new Error('it is broken on purpose');
  },
);
