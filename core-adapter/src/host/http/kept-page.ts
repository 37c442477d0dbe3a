// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { HostContext } from '../context/host-context.js';
import type { KeptPlace } from '../domain/kept-texts/kept-texts.js';

const form = z.object({ key: z.string(), names: z.array(z.string()).readonly(), base: z.string().optional() });
const shape = z.object({
  kind: z.literal('kept'),
  personId: z.string(),
  uai: z.string().nullable(),
  page: z.string(),
  title: z.string(),
  forms: z.array(form),
});

/** The forms of a page that a person was shown, as the page hands them back with a text. */
export type KeptPage = z.output<typeof shape>;

/** A page as it is handed out: only this host can make and read it, so that a text is kept for a form that its author was shown. */
export function sealPage({ seal }: Pick<HostContext, 'seal'>, page: Omit<KeptPage, 'kind'>): string {
  return seal.seal(JSON.stringify({ kind: 'kept', ...page }));
}

/** The place of a form, with the names of its fields; undefined for a page of somebody else, and for one that this host has not made. */
export function openPage(
  { seal }: Pick<HostContext, 'seal'>,
  sealed: string,
  { personId, key }: Pick<KeptPlace, 'personId' | 'key'>,
): (KeptPlace & { readonly names: readonly string[] }) | undefined {
  const text = seal.open(sealed);
  const read = text?.startsWith('{') ? shape.safeParse(JSON.parse(text)) : undefined;
  const shown = read?.data?.personId === personId ? read.data : undefined;
  const found = shown?.forms.find((one) => one.key === key);
  if (!shown || !found) return undefined;
  const { uai, page, title } = shown;
  return { personId, uai, key, page, title, base: found.base, names: found.names };
}
