// SPDX-License-Identifier: EUPL-1.2
import * as memory from './faults-of-memory.js';
import * as pages from './faults-of-pages.js';
import * as manifests from './faults-of-the-manifest.js';
import * as routes from './faults-of-routes.js';
import type { FaultyCase } from './faulty-case.js';
import { withoutPost } from './other-examples.js';
import { examples, notesBrick } from './sound-notes.js';

/** Faults in the definition of a brick: its examples, its life, its manifest, its tables and its pages. */
export const CASES_OF_MAKING: readonly FaultyCase[] = [
  {
    fault: 'what is loaded belongs to nobody',
    brick: routes.loadOfNobody,
    check: 'valid example',
    sentence: 'The result of "load" of GET /notes/:id belongs to no class and to no person',
  },
  {
    fault: 'a route without an example',
    brick: notesBrick(),
    check: 'valid example',
    sentence: 'add an example "POST /notes"',
    examples: withoutPost,
  },
  {
    fault: 'an example without a route',
    brick: notesBrick(),
    check: 'valid example',
    sentence: 'The example "PUT /notes" belongs to no route; the routes are GET /, POST /notes, GET /notes/:id.',
    examples: { ...examples, 'PUT /notes': () => ({}) },
  },
  {
    fault: 'an example that its route refuses',
    brick: notesBrick(),
    check: 'valid example',
    sentence: 'The example of POST /notes gives a form that the route refuses (groupId: ',
    examples: { ...examples, 'POST /notes': () => ({ form: { text: 'x' } }) },
  },
  {
    fault: 'it comes up once only',
    brick: memory.onceOnly,
    check: 'starts and stops twice',
    sentence: 'The brick does not start the second time: notes: it could not be activated (the notes run already',
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
    check: 'before "activate" returns',
    sentence: 'The brick registered GET /late after "activate" had returned',
  },
  {
    fault: 'an unknown permission',
    brick: manifests.permissionUnknown,
    check: 'starts and stops twice',
    sentence: 'the address POST /notes needs the permission "write", which the manifest of notes does not have',
  },
  {
    fault: 'a permission for nothing',
    brick: manifests.permissionUnused,
    check: 'each permission',
    sentence: 'The permission "moderate" is needed by no route',
  },
  {
    fault: 'a first page that some persons cannot open although the portal shows them the brick',
    brick: pages.firstPageForOthers,
    check: 'can open its first page',
    sentence: 'staff in 0390001X sees the brick, but GET / answered 403; give every profile',
  },
  {
    fault: 'a text without English',
    brick: manifests.textMissing,
    check: 'texts',
    sentence: 'The text "list.add" has no English',
  },
  {
    fault: 'help without its text',
    brick: manifests.helpUntold,
    check: 'starts and stops twice',
    sentence: 'manifest.help.teacher: there is no French text "help.write"',
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
    sentence: 'The text "list.count" has the placeholders {count} in fr and {count}, {number} in en',
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
    sentence: 'manifest.settings accepts unknown keys',
  },
  {
    fault: 'a setting that nothing describes',
    brick: manifests.settingsUntold,
    check: 'settings',
    sentence: 'manifest.settings.most has no description',
  },
  {
    fault: 'a style sheet that is not there',
    brick: manifests.styleMissing,
    check: 'manifest',
    sentence: 'manifest.styles: there is no file note.css in its folder of assets. Add it, or take it out',
  },
  {
    fault: 'a picture of another host in a style sheet',
    brick: manifests.styleFromElsewhere,
    check: 'style sheets',
    sentence: 'The style sheet notes.css loads https://cdn.example.org/paper.png, which no page may load; put the file',
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
    sentence: 'On SQLite the migrations do not match the entities: `colour` of `notes_note` is in no migration; ',
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
