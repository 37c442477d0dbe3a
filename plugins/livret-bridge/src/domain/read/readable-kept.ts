// SPDX-License-Identifier: EUPL-1.2
import { shortDigest } from '../bilan/content.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import type { TraceRow } from '../../store/trace.entity.js';
import type { KeptPublication } from '../trace/kept-publication.js';
import type { ReadableBilan } from './readable-bilan.js';

interface KeptContext extends Pick<ReadableBilan, 'givenName' | 'schoolName' | 'rhythm' | 'before'> {
  /** The step that ended the publication. */
  readonly step: Pick<TraceRow, 'pupilId' | 'sha256'>;
  readonly catalogues: Catalogues;
}

/** A publication that ended, by the catalogue with which it was written. */
export function readableKept(
  { signedAt, visaAt, publishedAt, ...kept }: KeptPublication,
  { step, catalogues, ...more }: KeptContext,
): ReadableBilan {
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    ...{ ...kept, ...more, pupilId: step.pupilId },
    ...{ signedAt: instant(signedAt), visaAt: instant(visaAt), publishedAt: instant(publishedAt) },
    catalogue: catalogues.toRead(kept.catalogue, kept.content),
    digest: typeof step.sha256 === 'string' ? shortDigest(step.sha256) : null,
  };
}
