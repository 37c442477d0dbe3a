// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, type BrickColour, type BrickDefinition } from '@volee/core-adapter';
import fileShare from '@volee/file-share';

interface Neighbour {
  readonly id: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly summary: string;
  readonly icon: string;
  readonly colour: BrickColour;
}

const everybody = ['pupil', 'guardian', 'teacher', 'head', 'staff'] as const;

/** Invented bricks, so that a console has more than one to show. They have a name and no page. */
export const neighbourBricks: readonly BrickDefinition[] = [
  neighbour({
    id: 'agenda',
    title: 'Agenda',
    summary: 'Ce qui vient cette semaine',
    icon: 'calendar-week-fill',
    colour: 'agenda',
  }),
  neighbour({
    id: 'class-blog',
    title: 'Blog de classe',
    summary: 'Ce que la classe raconte aux familles',
    icon: 'pencil-fill',
    colour: 'plum',
  }),
  neighbour({
    id: 'library',
    title: 'Bibliothèque',
    summary: 'Les livres de l’école, et qui les a',
    icon: 'book-fill',
    colour: 'slate',
  }),
];

/** Bricks with names that need more than a line in the rail. */
export const longNamedBricks: readonly BrickDefinition[] = [
  neighbour({
    id: 'class-diary',
    title: 'Cahier de textes et photos de classe',
    shortTitle: 'Cahier et photos',
    summary: 'Ce que la classe a fait, et à faire',
    icon: 'journal-text',
    colour: 'agenda',
  }),
  neighbour({
    id: 'pictures',
    title: 'Photographies et enregistrements',
    summary: 'Ce que la classe a vu et entendu',
    icon: 'camera-fill',
    colour: 'plum',
  }),
];

function neighbour({ id, icon, colour, ...texts }: Neighbour): BrickDefinition {
  return defineBrick(
    {
      id,
      version: '1.0.0',
      adapter: '^0.2.0',
      kind: 'feature',
      icon,
      colour,
      // Any schema without required settings.
      settings: fileShare.manifest.settings,
      locales: { fr: texts, en: texts },
      permissions: { read: { profiles: everybody } },
    },
    () => undefined,
  );
}
