// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../api/i18n.js';
import { presentHelp } from '../help/help.presenter.js';
import type { HelpReader } from '../help/host-help.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { HelpModel } from '../help/help.model.js';

/** The help of a reader with two profiles, as the host alone makes it. */
export function helpOf(reader: HelpReader, t: Translate<HostKey>): HelpModel {
  return presentHelp({
    reader,
    profiles: reader === 'nobody' || reader === 'pupil' ? [] : ['teacher', 'guardian'],
    language: 'fr',
    t,
    bricks: [],
    schools: reader === 'nobody' ? [] : ['École des Tilleuls', 'Collège des Trois-Rivières'],
    contactUrl: '/contact',
    eraseAfter: 60 * 86_400_000,
  });
}
