// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFolder } from './brick-place.js';
import { EXTRAS } from './template-files.js';

const TEMPLATE = join(hostFolder, 'template');

/** The lines of the template that an extra has in other words. It has all others as they are, in the same order. */
const REWORDED: Readonly<Record<string, readonly string[]>> = {
  'task/src/locales/index.ts': ["export const locales = { fr, en, 'fr-child': frChild };"],
  'file/src/locales/en.ts': ["'data.kept': 'The notices, their dates and who wrote them',"],
  'file/src/locales/fr.ts': ["'data.kept': 'Les annonces publiées, leur date et qui les a publiées',"],
  'file/src/manifest.ts': [
    "import type { Manifest } from '@volee/core-adapter';",
    'settings: z.strictObject({}),',
    '// A notice is exported, moved and deleted with its author.',
  ],
  'file/src/pages/notices/notices.routes.tsx': [
    '/** The page and the form on it. Each route names the permission that it requires; `db` holds the rows of one school only. */',
    'export function registerNotices({ http }: NoticesBrick): void {',
    'const notices = rows.map(({ id, text, groupId, addedBy, addedAt }) => ({',
    "const model = { notices, writable: await access.groups('write'), actionUrl: url('/notices') };",
    "{ access: 'write', body: newNotice, group: ({ body }) => body.groupId },",
    'async ({ body, db, user, clock, t, redirect }) => {',
    'await db.repository(NoticeRow).insert([{ ...body, addedBy: user.id, addedAt: clock.now() }]);',
    'async ({ resource: { id }, db, t, redirect }) => {',
  ],
  'file/src/pages/notices/notices.view.tsx': [
    "import { Button, Card, ChoiceField, Note, PageHead, Row, Rows, Section, TextField } from '@volee/core-adapter/ui';",
    '{notices.map(({ id, text, group, detail, removeUrl }) => (',
    'detail={`${group} · ${detail}`}',
    'function NoticeForm({ model: { writable, actionUrl }, t }: NoticesViewProps): VNode {',
    '<form method="post" action={actionUrl}>',
  ],
  'file/src/pages/notices/notices.test.ts': [
    "await host.as('teacher').post('/notices').form(notice('Sortie au musée')).expect(303);",
    "await host.as('pupil').post('/notices').form(notice('Intrus')).expect(403);",
    "await host.as('teacherOfOtherClass').post('/notices').form(notice('Intrus')).expect(404);",
    "await host.as('teacherOfOtherSchool').post('/notices', { school: SCHOOL }).form(notice('Intrus')).expect(404);",
    "await host.as('teacher').post('/notices').form(notice('  ')).expect(400);",
    "'POST /notices': ({ groupId, marker }) => ({ form: { groupId, text: marker } }),",
  ],
};

const linesOf = (path: string): string[] => readFileSync(join(TEMPLATE, path), 'utf8').split('\n');

const replaced = EXTRAS.flatMap((extra) =>
  readdirSync(join(TEMPLATE, 'with', extra), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') || path.endsWith('.tsx'))
    .filter((path) => existsSync(join(TEMPLATE, path)))
    .map((path) => [extra, path] as const),
);

/** The lines that do not follow one another in the other ones. */
function missingIn(others: readonly string[], lines: readonly string[]): string[] {
  let place = -1;
  return lines.filter((line) => {
    const next = others.indexOf(line, place + 1);
    if (next !== -1) place = next;
    return next === -1;
  });
}

test.each(replaced)('the extra %s has the lines of the template in %s', (extra, path) => {
  const lines = linesOf(path);
  const reworded = REWORDED[join(extra, path)] ?? [];
  const kept = lines.filter((line) => !reworded.includes(line.trim()));
  expect(missingIn(linesOf(join('with', extra, path)), kept)).toEqual([]);
  expect(
    missingIn(
      lines.map((line) => line.trim()),
      reworded,
    ),
  ).toEqual([]);
});
