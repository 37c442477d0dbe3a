// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretRequest } from '../../brick-types.js';
import type { ClassGrid } from '../../domain/grid/read-grid.js';
import { signBackPath } from '../../paths.js';

/** Bilans that the user signed together and the head has not seen: one form takes their signatures back. */
export interface OwnSignatures {
  readonly at: string;
  readonly bilans: readonly string[];
  readonly label: string;
  readonly url: string;
}

/** The signatures of the user by the instant at which they were given, the last ones first. */
export function presentOwnSignatures(
  { group, period, pupils }: Pick<ClassGrid, 'group' | 'period' | 'pupils'>,
  { user, t, format, url }: Pick<LivretRequest, 'user' | 't' | 'format' | 'url'>,
): readonly OwnSignatures[] {
  const byInstant = new Map<string, string[]>();
  for (const { bilan } of pupils) {
    const { id, state, signedBy, signedAt } = bilan;
    if (state !== 'signed' || signedBy !== user.id || signedAt === null) continue;
    const at = signedAt.toISOString();
    byInstant.set(at, [...(byInstant.get(at) ?? []), id]);
  }
  const all = [...byInstant].sort(([one], [other]) => other.localeCompare(one));
  return all.map(([at, bilans]) => {
    const values = { count: bilans.length, when: format.past(new Date(at)) };
    const label = t(all.length > 1 ? 'grid.takeBackOf' : 'grid.takeBack', values);
    return { at, bilans, label, url: url(signBackPath(group.id, period.period)) };
  });
}

export function OwnSignaturesView({ acts }: { readonly acts: readonly OwnSignatures[] }): VNode | null {
  if (acts.length === 0) return null;
  return (
    <div class="v-actions">
      {acts.map(({ at, bilans, label, url }) => (
        <form key={at} method="post" action={url}>
          <input type="hidden" name="at" value={at} />
          {bilans.map((id) => (
            <input key={id} type="hidden" name="bilan" value={id} />
          ))}
          <Button icon="arrow-counterclockwise">{label}</Button>
        </form>
      ))}
    </div>
  );
}
