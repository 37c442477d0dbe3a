// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Log } from '../../../api/log.js';
import type { BrickErrorLog } from '../../infra/util/brick-error-log.js';
import type { BrickDataContext } from '../bricks/brick-data-in.js';
import type { LoadedBrick } from '../bricks/loaded-brick.js';
import type { Directory } from '../directory/directory.js';
import type { ClockGuard } from '../clock/clock-guard.js';
import type { LiveStreams } from '../live/live-streams.js';

/** The services that run jobs. */
export interface JobContext extends BrickDataContext {
  readonly clock: Clock;
  readonly clockGuard: ClockGuard;
  readonly log: Log;
  readonly directory: Directory;
  readonly bricks: readonly LoadedBrick[];
  readonly troubles: BrickErrorLog;
  readonly live: LiveStreams;
}
