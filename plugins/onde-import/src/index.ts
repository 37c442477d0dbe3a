// SPDX-License-Identifier: EUPL-1.2
import { defineImportBrick } from '@volee/core-adapter/directory';
import { registerCommand } from './import.command.js';
import { registerPages } from './import.routes.js';
import { manifest } from './manifest.js';

export default defineImportBrick(manifest, (brick) => {
  registerPages(brick);
  registerCommand(brick);
});
