// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import { contractChecks, type ContractOptions, type ExampleAbout } from '@volee/core-adapter/testing';
import * as memory from './faulty/faults-of-memory.js';
import * as pages from './faulty/faults-of-pages.js';
import * as manifests from './faulty/faults-of-the-manifest.js';
import * as routes from './faulty/faults-of-routes.js';
import { examples, notesBrick, ownNote, writtenNote } from './faulty/sound-notes.js';

describe('the sound brick passes', () => {
  for (const { name, run } of contractChecks(notesBrick(), { examples })) test(name, run);
});

interface Case {
  readonly fault: string;
  readonly brick: BrickDefinition;
  /** The check that it fails, by a part of its name. */
  readonly check: string;
  readonly sentence: string;
  readonly examples?: ContractOptions['examples'];
}

const searching = {
  ...examples,
  'GET /': async (about: ExampleAbout) => {
    await writtenNote(about);
    return { query: { words: about.marker.slice(0, 8) } };
  },
};
const ownNotes = {
  ...examples,
  'GET /notes/:id': async (about: ExampleAbout) => ({ params: { id: await ownNote(about) } }),
};
const { 'POST /notes': _, ...withoutPost } = examples;

const CASES: readonly Case[] = [
  {
    fault: 'T1: a list of any class',
    brick: routes.listOfAnyClass,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was shown what is there by GET / about a class that he has nothing to do with',
  },
  {
    fault: 'T1: a note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was answered 200 by GET /notes/:id about a class that he has nothing to do with',
  },
  {
    fault: 'T1: somebody else’s own note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacher was answered 200 by GET /notes/:id about what is somebody else’s',
    examples: ownNotes,
  },
  {
    fault: 'T2: no class is every class',
    brick: routes.listWithoutClass,
    check: 'T2, T4, T6',
    sentence: 'GET / with no group shows teacher what is in the class cm2',
  },
  {
    fault: 'T2: no class is asked for as undefined',
    brick: routes.listOfUndefined,
    check: 'T2, T4, T6',
    sentence: 'GET / breaks down (500) when teacher asks for it with {"query":{}}',
  },
  {
    fault: 'T3: reading asks for the class, and writing forgets it',
    brick: routes.addToAnyClass,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass changed rows by POST /notes about a class that he has nothing to do with',
  },
  {
    fault: 'T3: rows in another school',
    brick: memory.databaseKept,
    check: 'T3, T8',
    sentence: 'in 0390002Y, changed a row of notes_note that belongs to 0390001X',
  },
  {
    fault: 'T6: of two ids, the second is believed',
    brick: routes.listOfSeveralClasses,
    check: 'T2, T4, T6',
    sentence: 'GET / with a second group, of another class shows teacher what is in the class cm2',
  },
  {
    fault: 'T7: both schools are counted',
    brick: memory.whenOffOfAll,
    check: 'T7',
    sentence: 'whenOff of 0390001X counts what another school holds',
  },
  {
    fault: 'T10: a search in every class',
    brick: routes.searchEverywhere,
    check: 'T2, T4, T6',
    sentence: 'GET / with the words of another class shows teacher what is in the class cm2',
    examples: searching,
  },
  {
    fault: 'T11: a cache without the school',
    brick: memory.cacheWithoutSchool,
    check: 'T10, T11',
    sentence: 'GET / shows teacherOfOtherSchool in 0390002Y what GET / was about in the class cm1 of 0390001X',
  },
  {
    fault: 'what is loaded belongs to nobody',
    brick: routes.loadOfNobody,
    check: 'good example',
    sentence: 'What "load" of GET /notes/:id gives belongs to no class and to nobody',
  },
  {
    fault: 'a route without an example',
    brick: notesBrick(),
    check: 'good example',
    sentence: 'add an example "POST /notes"',
    examples: withoutPost,
  },
  {
    fault: 'an example without a route',
    brick: notesBrick(),
    check: 'good example',
    sentence: 'The example "PUT /notes" is of no route; the routes are GET /, POST /notes, GET /notes/:id.',
    examples: { ...examples, 'PUT /notes': () => ({}) },
  },
  {
    fault: 'an example that its route refuses',
    brick: notesBrick(),
    check: 'good example',
    sentence: 'The example of POST /notes gives a form that the route refuses (groupId: ',
    examples: { ...examples, 'POST /notes': () => ({ form: { text: 'x' } }) },
  },
  {
    fault: 'it comes up once only',
    brick: memory.onceOnly,
    check: 'comes and goes twice',
    sentence: 'The brick does not come up the second time: notes: it could not be activated (the notes run already',
  },
  {
    fault: 'a timer is left',
    brick: memory.timerLeft,
    check: 'leaves nothing open',
    sentence: 'The brick leaves something open after it stopped (Timeout)',
  },
  {
    fault: 'a route comes late',
    brick: memory.lateRoute,
    check: 'once it is up',
    sentence: 'The brick registered GET /late after "activate" had returned',
  },
  {
    fault: 'an unknown permission',
    brick: manifests.permissionUnknown,
    check: 'comes and goes twice',
    sentence: 'the address POST /notes needs the permission "write", which the manifest of notes does not have',
  },
  {
    fault: 'a permission for nothing',
    brick: manifests.permissionUnused,
    check: 'permissions',
    sentence: 'The permission "moderate" is needed by no route',
  },
  {
    fault: 'a text without English',
    brick: manifests.textMissing,
    check: 'texts',
    sentence: 'The text "list.add" has no English',
  },
  {
    fault: 'an empty text',
    brick: manifests.textEmpty,
    check: 'texts',
    sentence: 'The text "list.add" of en is empty',
  },
  {
    fault: 'another placeholder',
    brick: manifests.placeholderOther,
    check: 'texts',
    sentence: 'The text "list.count" has the values {count} in fr and {count}, {number} in en',
  },
  {
    fault: 'one form where French has two',
    brick: manifests.formMissing,
    check: 'texts',
    sentence: 'The text "list.count" has one form in one of fr and en',
  },
  {
    fault: 'a text for children alone',
    brick: manifests.childOnly,
    check: 'texts',
    sentence: 'The text "list.you" of fr-child is not among the French ones',
  },
  {
    fault: 'settings that take anything',
    brick: manifests.settingsLoose,
    check: 'settings',
    sentence: 'manifest.settings takes keys that it does not know',
  },
  {
    fault: 'a setting that nothing describes',
    brick: manifests.settingsUntold,
    check: 'settings',
    sentence: 'manifest.settings.most is not described',
  },
  {
    fault: 'no column for the school',
    brick: manifests.schoolMissing,
    check: 'manifest',
    sentence: 'the table notes_note has no column "school"',
  },
  {
    fault: 'a column that no migration makes',
    brick: manifests.columnMissing,
    check: 'migrations',
    sentence: 'On SQLite the migrations do not make what the entities say',
  },
  {
    fault: 'a migration without a way down',
    brick: manifests.noWayDown,
    check: 'migrations',
    sentence: 'Undoing the migrations on SQLite leaves notes_note',
  },
  {
    fault: 'a field without a label',
    brick: pages.fieldWithoutLabel,
    check: 'pages',
    sentence: 'axe says label: Form elements must have labels: <input name="words">',
  },
  {
    fault: 'a text without its value',
    brick: pages.textWithoutValue,
    check: 'pages',
    sentence: 'GET /, as teacher reads it in fr, shows “{count}”',
  },
  {
    fault: 'the key of a text',
    brick: pages.keyShown,
    check: 'pages',
    sentence: 'GET /, as teacher reads it in fr, shows the key “list.text”',
  },
];

describe('a brick with one fault fails the check that is for it, and is told what and where', () => {
  test.each(
    CASES.map((each) => ({ ...each, checks: contractChecks(each.brick, { examples: each.examples ?? examples }) })),
  )('$fault', async ({ checks, check, sentence }) => {
    const measure = checks.find(({ name }) => name.includes(check));
    await expect(measure?.run()).rejects.toMatchObject({ message: expect.stringContaining(sentence) });
  });
});
