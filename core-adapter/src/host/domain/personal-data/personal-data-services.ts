// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import type { Clock, Log } from '../../../api/log.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import type { ActivationService } from '../activation/activation-service.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { BrickDataContext } from '../bricks/brick-data-in.js';
import type { LoadedBrick } from '../bricks/loaded-brick.js';
import type { Directory } from '../directory/directory.js';
import type { SessionStore } from '../sessions/session-store.js';
import type { AccessTokenService } from '../tokens/access-token-service.js';

/** Services needed to export and erase personal data, and to close a school. */
export interface PersonalDataServices extends BrickDataContext {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Directory;
  readonly activations: ActivationService;
  readonly auditTrail: AuditTrail;
  readonly sessions: SessionStore;
  readonly tokens: AccessTokenService;
  readonly bricks: readonly LoadedBrick[];
  readonly sources: readonly DirectorySource[];
}
