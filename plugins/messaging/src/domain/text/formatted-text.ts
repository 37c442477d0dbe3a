// SPDX-License-Identifier: EUPL-1.2

/** A text as a page shows it: it contains nothing else, neither HTML nor images. */
export type FormattedText = readonly Block[];

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** The number of each item, as its author wrote it; undefined for a list without numbers. */
      readonly numbers: readonly number[] | undefined;
      readonly items: readonly FormattedText[];
    };

export type Inline =
  | string
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly content: readonly Inline[] }
  /** The address is whole, and one of http or https. */
  | { readonly kind: 'link'; readonly address: string; readonly content: readonly Inline[] };
