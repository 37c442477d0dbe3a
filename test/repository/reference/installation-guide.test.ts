// SPDX-License-Identifier: EUPL-1.2
import { checkSettingsText } from '@volee/core-adapter/host';
import { textOf, trackedFiles } from '../tracked-files.js';

test('the settings in the installation guide name every brick that schools switch on', () => {
  const yaml = [...textOf('docs/guides/installer-debian.md').matchAll(/```yaml\n([^]*?)```/g)]
    .map(([, text = '']) => text)
    .find((text) => text.includes('\nbricks:'));
  const readable = (yaml ?? '').replace(/file:[^']*/, 'a secret that only tests know, 32+ characters');
  const checked = checkSettingsText(readable, 'installer-debian.md', {});
  if (checked.problems) throw new Error(checked.problems.join('; '));
  const features = trackedFiles()
    .filter((file) => /^plugins\/[^/]+\/src\/manifest\.ts$/.test(file))
    .filter((file) => textOf(file).includes("kind: 'feature'"))
    .map((file) => `@volee/${file.split('/')[1] ?? ''}`);
  expect(features.length).toBeGreaterThan(3);
  expect(Object.keys(checked.value.bricks)).toEqual(expect.arrayContaining(features));
});
