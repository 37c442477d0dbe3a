// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

import { checkSettingsText } from '@volee/core-adapter/host';

/** The rest of a `volee.yaml`, as small as can be. */
const REST = `
server: { publicUrl: 'http://127.0.0.1:3000' }
database: { url: 'sqlite:/nowhere/volee.sqlite' }
session: { secret: 'a secret that only tests know, 32+ characters' }
storage: { url: 'file:/nowhere/files' }
bricks:
`;

/** The examples of the page about directories, in their order, as text of YAML. */
export function yamlExamples(): readonly string[] {
  const page = readFileSync(new URL('../../../docs/reference/annuaires.md', import.meta.url), 'utf8');
  return [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
}

/** The whole example of the layout `custom`, read as the host reads `volee.yaml`: the settings of the brick as they are written. */
export function customExample(): Readonly<Record<string, unknown>> {
  return settingsOf(yamlExamples()[0] ?? '');
}

/** The same, with the example of groups beside schools and people. */
export function customExampleWithGroups(): Readonly<Record<string, unknown>> {
  const [whole = '', groups = ''] = yamlExamples();
  return settingsOf(`${whole}${indented(groups, 4)}`);
}

function settingsOf(brick: string): Readonly<Record<string, unknown>> {
  const checked = checkSettingsText(REST + indented(brick, 2), 'annuaires.md', {});
  if (checked.problems) throw new Error(checked.problems.join('; '));
  return checked.value.bricks['@volee/ldap-sync'] as Readonly<Record<string, unknown>>;
}

function indented(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
