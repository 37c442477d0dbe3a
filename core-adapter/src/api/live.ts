// SPDX-License-Identifier: EUPL-1.2

/** Tells open pages that something changed. @stable */
export interface Live {
  /**
   * Tells the open pages of these people, after the commit of the transaction in progress, that something they may show
   * has changed. A page reads again each `<section data-live="topic" id="…">` of the brick in this school, by its own
   * address: what a person sees is decided by the route alone, as ever.
   * @param personIds people of the school; others hear nothing
   * @param topic kebab-case, at most 60 characters: never content and never a name, since it reaches the browser
   * @throws Error when the topic is not such a word
   * @example
   * `await db.transaction(async () => { await notes.insert([row]); live.publish([readerId], 'notes'); });`
   */
  publish(personIds: readonly string[], topic: string): void;
}
