// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';
import { manifest } from './manifest.js';
import { registerNotices } from './notices.routes.js';

export default defineBrick(manifest, registerNotices);
