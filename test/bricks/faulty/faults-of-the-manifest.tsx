// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { CreateNotes1764028800001 } from './create-notes.migration.js';
import { dataTexts, en, fr, manifest } from './manifest.js';
import { notesBrick } from './sound-notes.js';

const { 'list.add': _, ...untranslated } = en;

export const textMissing = notesBrick({ manifest: { locales: { fr, en: untranslated } } });
export const textEmpty = notesBrick({ manifest: { locales: { fr, en: { ...en, 'list.add': ' ' } } } });
export const placeholderOther = notesBrick({
  manifest: { locales: { fr, en: { ...en, 'list.count': { one: '{count} note', other: '{number} notes' } } } },
});
export const formMissing = notesBrick({ manifest: { locales: { fr, en: { ...en, 'list.count': '{count} notes' } } } });
export const childOnly = notesBrick({ manifest: { locales: { fr, en, 'fr-child': { 'list.you': 'Toi' } } } });

export const settingsLoose = notesBrick({
  manifest: { settings: z.object({ most: z.int().default(50).describe('How many notes a page shows.') }) },
});
export const settingsUntold = notesBrick({ manifest: { settings: z.strictObject({ most: z.int().default(50) }) } });

export const helpUntold = notesBrick({
  manifest: { help: { teacher: [{ title: 'help.write', lines: ['summary'] }] } },
});

export const permissionUnused = notesBrick({
  manifest: { permissions: { ...manifest.permissions, moderate: { profiles: ['head'] } } },
});
export const permissionUnknown = notesBrick({ manifest: { permissions: { read: manifest.permissions.read } } });

const assets = new URL('assets/', import.meta.url);
export const styleMissing = notesBrick({ manifest: { assets, styles: ['notes.css', 'note.css'] } });
export const styleFromElsewhere = notesBrick({ manifest: { assets, styles: ['notes.css'] } });

@Entity('notes_note')
@Index('notes_note_group', ['groupId'])
class NoteWithoutSchool {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;
}

@Entity('notes_note')
@Index('notes_note_group', ['school', 'groupId'])
class NoteWithColour {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('varchar', { length: 20 })
  colour!: string;
}

class CreateNotesForGood1764028800002 extends CreateNotes1764028800001 {
  override down(): Promise<void> {
    return Promise.resolve();
  }
}

export const schoolMissing = brickWith(NoteWithoutSchool);
export const columnMissing = brickWith(NoteWithColour);
export const noWayDown = notesBrick({ manifest: { migrations: [CreateNotesForGood1764028800002] } });

/** The sound brick with another entity: its columns are declared as those of the sound one. */
function brickWith(entity: typeof NoteWithoutSchool | typeof NoteWithColour): BrickDefinition {
  const tables = [{ entity, columns: { groupId: 'nobody', ownerId: 'handlers' } }] as const;
  return notesBrick({ manifest: { entities: [entity], personalData: { ...dataTexts, tables } } });
}
