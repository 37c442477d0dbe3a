// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { registerFiles } from './files.routes.js';
import { manifest } from './manifest.js';
import { registerPersonalData } from './personal-data.js';
import { registerSpaces } from './spaces.routes.js';
import { registerUploads } from './uploads.routes.js';
import { registerStoredData } from './stored-data.js';

export default defineBrick(manifest, (brick) => {
  registerSpaces(brick);
  registerFiles(brick);
  registerUploads(brick);
  registerStoredData(brick);
  registerPersonalData(brick);
});
