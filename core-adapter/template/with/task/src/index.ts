// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { tellTasks } from './jobs/portal/tell-tasks.js';
import { manifest } from './manifest.js';
import { registerNotices } from './pages/notices/notices.routes.js';

export default defineBrick(manifest, (brick) => {
  registerNotices(brick);
  tellTasks(brick);
});
