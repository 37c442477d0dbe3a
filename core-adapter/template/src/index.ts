// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { manifest } from './manifest.js';
import { registerNotices } from './pages/notices/notices.routes.js';
import { registerPersonalData } from './jobs/personal-data.js';

export default defineBrick(manifest, (brick) => {
  registerNotices(brick);
  registerPersonalData(brick);
});
