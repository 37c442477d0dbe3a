// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { registerCommand } from './import.command.js';
import { registerPages } from './import.routes.js';
import { manifest } from './manifest.js';

export default defineBrick(manifest, (brick) => {
  registerPages(brick);
  registerCommand(brick);
});
