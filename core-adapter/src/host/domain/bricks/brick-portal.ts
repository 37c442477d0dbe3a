// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchoolRequest } from '../../../api/former-school.js';
import type { PortalParts, PortalRequest } from '../../../api/portal.js';

/** The parts that a brick has on pages of the host, with the types of its texts and permissions erased. */
export type BrickPortal = PortalParts<string, string>;
export type AnyPortalRequest = PortalRequest<string, string>;
export type AnyFormerRequest = FormerSchoolRequest<string>;
