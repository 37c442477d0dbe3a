// SPDX-License-Identifier: EUPL-1.2
import { defineDirectoryBrick } from '@volee/core-adapter/directory';
import { importFolder } from './import-folder.js';
import { manifest } from './manifest.js';
import { registerPersonalData } from './personal-data.js';
import { importAnswer } from './import-answer.js';

export default defineDirectoryBrick(manifest, (brick) => {
  registerPersonalData(brick);
  brick.commands.provide('aaf import', async ({ words: [folder = ''], options, by, signal, schools }) => {
    const { source, approve } = options;
    const imported = await importFolder(brick, {
      folder,
      by,
      signal,
      schools,
      ...(typeof source === 'string' && { source }),
      ...(typeof approve === 'string' && { approve }),
      dryRun: options['dry-run'] === true,
    });
    return importAnswer(imported);
  });
});
