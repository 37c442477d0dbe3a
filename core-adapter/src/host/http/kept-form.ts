// SPDX-License-Identifier: EUPL-1.2
import { hashOf } from '../infra/database/hash-of.js';
import { addressOf, TEXT_FIELD, withoutIds } from './typed-in.js';

/** A form of a page with texts that are kept while they are typed. */
export interface KeptForm {
  /** A hash of its address, or of `data-keep-as` instead, and of what its attribute `data-keep` says. */
  readonly key: string;
  /** The names of its fields, with `*` for ids. */
  readonly names: readonly string[];
  /** A hash of the texts that it shows before anybody types. */
  readonly base: string;
}

const TAG = /^<(?:"[^"]*"|[^">])*>/;
const NAME = / name="([^"]*)"/;
const KEEP_AS = / data-keep-as="([^"]*)"/;
const KEEP = / data-keep(?:="([^"]*)")?(?=[ >])/;
/** Fields that say what a form is about, hold secrets or files, or are not to be filled in again. */
const NOT_KEPT =
  / type="(?:hidden|file|password|submit|button|image|reset)"|^<input.* autocomplete="off"| data-keep="no"|^<(?:"[^"]*"|[^">])*? readonly(?=[ =>/])/;
const VALUE = / value="([^"]*)"/;

/**
 * The form, when it has a text to keep: that of a text area, or of a line where the form says `data-keep`. A form that keeps its text itself
 * says `data-keep="no"`; one of several with the same address says there what it is about. A form that stays the same to the reader while its
 * address changes says `data-keep-as`.
 * @param tag its opening tag
 * @param fields its fields, as tags; those of text areas with what they hold
 */
export function keptForm(tag: string, fields: readonly string[]): KeptForm | undefined {
  const address = addressOf(tag);
  const said = KEEP.exec(tag);
  const about = said?.[1] ?? '';
  if (address === undefined || about === 'no' || tag.includes(' autocomplete="off"')) return undefined;
  const kept = fields.map(readField).filter(({ name, opening }) => name !== '' && !NOT_KEPT.test(opening));
  const texts = kept.filter(({ opening }) => TEXT_FIELD.test(opening));
  const isLong = texts.some(({ opening }) => opening.startsWith('<textarea'));
  if (texts.length === 0 || (!isLong && said === null)) return undefined;
  const shown = texts.map(({ name, value }) => [name, value]).filter(([, value]) => value !== '');
  return {
    key: shortHash([KEEP_AS.exec(tag)?.[1] ?? address, about]),
    names: [...new Set(kept.map(({ name }) => withoutIds(name)))],
    base: shortHash(shown),
  };
}

function shortHash(of: unknown): string {
  return hashOf(JSON.stringify(of)).slice(0, 16);
}

function readField(field: string): { readonly opening: string; readonly name: string; readonly value: string } {
  const opening = TAG.exec(field)?.[0] ?? '';
  const name = NAME.exec(opening)?.[1] ?? '';
  const isArea = opening.startsWith('<textarea');
  return { opening, name, value: isArea ? field.slice(opening.length) : (VALUE.exec(opening)?.[1] ?? '') };
}
