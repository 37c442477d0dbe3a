// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { registerArrivals } from './arrivals/arrivals.routes.js';
import { registerBilans } from './bilan/bilan.routes.js';
import { readCatalogues } from './catalogue/catalogues.js';
import { registerHanded } from './handed/handed.routes.js';
import { registerHandOver } from './hand-over/hand-over.routes.js';
import { registerReceive } from './hand-over/register-receive.js';
import { registerGrid } from './grid/grid.routes.js';
import { registerHome } from './home/home.routes.js';
import { registerLife } from './life/register-life.js';
import { manifest } from './manifest.js';
import { registerPersonalData } from './personal-data/personal-data.js';
import { registerPortal } from './portal/register-portal.js';
import { registerPhrases } from './phrases/phrases.routes.js';
import { registerAcknowledging } from './read/acknowledge.routes.js';
import { registerChanges } from './save/changes.routes.js';
import { registerSixth } from './sixth/sixth.routes.js';

export default defineBrick(manifest, (brick) => {
  const catalogues = readCatalogues(brick.settings.catalogue);
  registerGrid(brick, catalogues);
  registerHome(brick, catalogues);
  registerAcknowledging(brick, catalogues);
  registerChanges(brick, catalogues);
  registerBilans(brick, catalogues);
  registerPhrases(brick);
  registerReceive(brick);
  registerHandOver(brick);
  registerArrivals(brick);
  registerSixth(brick, catalogues);
  registerHanded(brick, catalogues);
  registerLife(brick, catalogues);
  registerPortal(brick, catalogues);
  registerPersonalData(brick, catalogues);
});
