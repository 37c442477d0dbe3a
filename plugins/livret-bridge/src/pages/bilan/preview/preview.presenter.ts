// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../../brick-types.js';
import type { EndorsedGroup, EndorsedPupil } from '../../../domain/board/endorsed-groups.js';
import { previewOf, publishNowOf, type Eyes } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import type { PreviewBarModel, PreviewLink } from './preview-bar.view.js';

interface PreviewFacts {
  readonly row: Pick<BilanRow, 'id' | 'period'>;
  readonly eyes: Eyes;
  readonly groups: readonly EndorsedGroup[];
}

export function presentPreviewBar(
  { row, eyes, groups }: PreviewFacts,
  { t, url }: Pick<LivretRequest, 't' | 'url'>,
): PreviewBarModel {
  const own = groups.find(({ pupils }) => pupils.some(({ bilanId }) => bilanId === row.id));
  const pupils = own?.pupils ?? [];
  const at = pupils.findIndex(({ bilanId }) => bilanId === row.id);
  const linkTo = ({ bilanId }: EndorsedPupil, label: string): PreviewLink => ({
    ...{ label, url: url(previewOf(bilanId, eyes)) },
    isCurrent: bilanId === row.id,
  });
  const neighbour = (one: EndorsedPupil | undefined): PreviewLink | undefined =>
    one && linkTo(one, one.pupil?.givenName ?? t('late.gone'));
  const whole = (one: EndorsedPupil): PreviewLink => linkTo(one, one.pupil?.displayName ?? t('late.gone'));
  const others = groups.filter((group) => group !== own);
  return {
    eyes: (['family', 'pupil'] as const).map((one) => ({
      ...{ label: t(`preview.${one}`), url: url(previewOf(row.id, one)), isCurrent: one === eyes },
    })),
    pupil: pupils[at]?.pupil?.displayName ?? t('late.gone'),
    place: t('bilan.place', { at: at + 1, count: pupils.length }),
    groupName: own?.name ?? t('departed.title'),
    pupils: pupils.map(whole),
    others: others.flatMap(({ name, pupils: [first] }) => (first ? [linkTo(first, name ?? t('departed.title'))] : [])),
    previous: neighbour(pupils[at - 1]),
    next: neighbour(pupils[at + 1]),
    back: url(publishNowOf(row.period)),
  };
}
