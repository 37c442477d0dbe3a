// SPDX-License-Identifier: EUPL-1.2

/** Tells open pages that something changed. @stable */
export interface Live {
  /**
   * Tells the open pages of these people, after the commit of the transaction in progress, that something they may show has changed. Each
   * page then reads its `<section data-live="topic" id="…">` of the brick in this school again, from its own address, so the route alone
   * decides what a person sees.
   * @param personIds people of the school; others hear nothing
   * @param topic kebab-case, at most 60 characters: never content and never a name, since it reaches the browser
   * @throws Error when the topic is not kebab-case or too long
   * @example
   * `await db.transaction(async () => { await notes.insert([row]); live.publish([readerId], 'notes'); });`
   */
  publish(personIds: readonly string[], topic: string): void;
}
