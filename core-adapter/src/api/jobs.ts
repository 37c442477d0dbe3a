// SPDX-License-Identifier: EUPL-1.2

/** @stable */
export interface EnqueueOptions {
  /** The earliest time to run the job; now by default. */
  readonly at?: Date;
  /**
   * Of several jobs with the same name and key in a school, only the last one enqueued still runs, unless an earlier
   * one has already begun. At most 190 characters; like `data`, it names rows.
   */
  readonly key?: string;
}

/** Enqueues jobs of the brick in the school of the request. @stable */
export interface Jobs {
  /**
   * Enqueues a job in the transaction in progress: it runs after the commit, and never when that is rolled back.
   * @param data JSON for the schema of the job. It names rows, and neither people nor groups: until it runs, people are
   * merged and erased, two classes may become one, and the host looks for them in tables only.
   * @throws Error when the brick has no job of this name, or its schema refuses the data
   * @example
   * `await db.transaction(async () => { const [note] = await notes.insert([row]); await jobs.enqueue('send', { noteId: note.id }); });`
   */
  enqueue(name: string, data: object, options?: EnqueueOptions): Promise<void>;
}
