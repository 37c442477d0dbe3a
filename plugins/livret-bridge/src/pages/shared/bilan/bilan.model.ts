// SPDX-License-Identifier: EUPL-1.2

/** The content of a bilan, as every reader sees it. */
export interface BilanModel {
  /** « L’appréciation de Claire Vuillet », for a child « Ce que Claire Vuillet a écrit à tes parents » */
  readonly wordTitle: string;
  readonly general: string;
  /** « Signé par … le …, visé par … le … » */
  readonly signed: string | undefined;
  /** « Le numéro de ce texte est 1a2b3c4d. … », behind a fold; undefined where there is none to show. */
  readonly digest: string | undefined;
  /** The sentence that the names of the lines are missing. */
  readonly unnamed: string | undefined;
  readonly scaleLead: string;
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  readonly domains: readonly DomainModel[];
  /** Domains of one line without a text, together. */
  readonly others: readonly LineModel[];
  readonly parcours: readonly { readonly label: string; readonly text: string }[];
}

export interface DomainModel {
  readonly code: string;
  readonly label: string;
  readonly lines: readonly LineModel[];
  readonly text: string;
  readonly elements: readonly string[];
}

export interface LineModel {
  readonly code: string;
  readonly label: string;
  /** `1` to `4`, or `N`. */
  readonly value: string;
  /** The position in words, and its direction: « Atteints. En progrès » */
  readonly words: string;
}
