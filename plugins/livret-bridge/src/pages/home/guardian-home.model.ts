// SPDX-License-Identifier: EUPL-1.2

/** The home of a guardian: each child with their bilans. */
export interface GuardianHomeModel {
  readonly lead: string;
  readonly children: readonly ChildModel[];
}

export interface ChildModel {
  readonly id: string;
  readonly name: string;
  readonly initial: string;
  /** « CM2 »; undefined where no list says the level. */
  readonly level: string | undefined;
  readonly bilans: readonly BilanLine[];
  /** Shown in place of an empty list. */
  readonly empty: string;
}

export interface BilanLine {
  readonly title: string;
  readonly detail: string;
  readonly tag: { readonly kind: 'plain' | 'good' | 'warn'; readonly icon: string; readonly label: string } | undefined;
  /** Undefined for a bilan that was withdrawn. */
  readonly link: { readonly url: string; readonly label: string; readonly isNext: boolean } | undefined;
}
