// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { registerAbout } from './about/about.routes.js';
import { registerFiles } from './folder/files.routes.js';
import { registerFolders } from './folder/folder.routes.js';
import { manifest } from './manifest.js';
import { registerPersonalData } from './personal-data/personal-data.js';
import { registerParts } from './parts/parts.routes.js';
import { registerWorksHome } from './parts/works-home.routes.js';
import { registerPortal } from './portal/register-portal.js';
import { registerSearch } from './search/search.routes.js';
import { registerStoredData } from './stored-data.js';
import { registerLastYear } from './year/last-year.routes.js';
import { registerYear } from './year/year-job.js';
import { registerDeposits, registerUploads } from './upload/uploads.routes.js';
import { registerUsage } from './usage/usage.routes.js';

export default defineBrick(manifest, (brick) => {
  registerFolders(brick);
  registerFiles(brick);
  registerAbout(brick);
  registerSearch(brick);
  registerDeposits(brick);
  registerUploads(brick);
  registerWorksHome(brick);
  registerParts(brick);
  registerPortal(brick);
  registerUsage(brick);
  registerStoredData(brick);
  registerPersonalData(brick);
  registerLastYear(brick);
  registerYear(brick);
});
