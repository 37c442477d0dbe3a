// SPDX-License-Identifier: EUPL-1.2
import { SettingsError } from './settings-error.js';

test('wrong settings keep each problem', () => {
  const problems = ['mail: missing', 'server: missing'];
  expect(new SettingsError(problems)).toMatchObject({ message: problems.join('\n'), problems, details: { problems } });
});
