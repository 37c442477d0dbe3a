// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, type BrickDefinition } from '@volee/core-adapter';
import fileShare from '@volee/file-share';

/** Bricks with a page each, for consoles to show. */
export const inventedBricks: readonly BrickDefinition[] = [
  brick('agenda', 'Agenda', 'Diary'),
  brick('cahier', 'Cahier de textes', 'Homework'),
  brick('bibliotheque', 'Bibliothèque', 'Library'),
  brick('cantine', 'Cantine', 'Meals'),
];

function brick(id: string, french: string, english: string): BrickDefinition {
  return defineBrick(
    {
      id,
      version: '1.0.0',
      adapter: '^0.2.0',
      kind: 'feature',
      // Any schema without required settings.
      settings: fileShare.manifest.settings,
      locales: {
        fr: { title: french, summary: `${french} de la classe` },
        en: { title: english, summary: `${english} of the class` },
      },
      permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] } },
    },
    ({ http }) => http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), t('summary'))),
  );
}
