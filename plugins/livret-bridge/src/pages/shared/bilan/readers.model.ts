// SPDX-License-Identifier: EUPL-1.2

/** The persons that read a bilan, and those that may. */
export interface ReadersModel {
  readonly readers: readonly ReaderLine[];
  /** Sentences: « Claire Vuillet et Mathieu Grosjean, à l’école. Personne d’autre. » */
  readonly others: readonly string[];
}

export interface ReaderLine {
  readonly name: string;
  /** « vous le lisez en ce moment », « 12 décembre, a confirmé » */
  readonly detail: string;
  readonly isDone: boolean;
}
