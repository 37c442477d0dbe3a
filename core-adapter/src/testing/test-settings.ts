// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../api/brick-base.js';
import type { BrickEntry } from '../host/domain/bricks/loaded-brick.js';
import { checkSettingsText } from '../host/infra/settings/load-settings.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';

export const TEST_SECRET = 'a secret that only tests know, 32+ characters';

/** A brick under test, with its settings where the defaults are not enough. @stable */
export interface TestBrick {
  readonly brick: BrickDefinition;
  readonly settings: unknown;
}

/** The settings of a test host: a database of its own, a folder for files, and any free port. */
export function testSettings(databaseUrl: string, files: string): Settings {
  const text = JSON.stringify({
    server: { publicUrl: 'http://127.0.0.1', listen: '127.0.0.1:0' },
    database: { url: databaseUrl },
    session: { secret: TEST_SECRET },
    storage: { url: `file:${files}` },
    bricks: {},
  });
  const checked = checkSettingsText(text, 'test settings', {});
  if (checked.problems) throw new Error(checked.problems.join('\n'));
  return checked.value;
}

/** A brick entry as if `volee.yaml` named the brick's package. */
export function testEntry(given: BrickDefinition | TestBrick): BrickEntry & Pick<BrickDefinition, 'manifest'> {
  const { brick, settings } = 'brick' in given ? given : { brick: given, settings: {} };
  const { manifest } = brick;
  return { name: `@test/${manifest.id}`, settings, manifest, load: () => Promise.resolve(brick) };
}
