// SPDX-License-Identifier: EUPL-1.2
import type { Live, SchoolDirectory } from '@volee/core-adapter';

interface TellingTools {
  readonly directory: Pick<SchoolDirectory, 'people'>;
  readonly live: Live;
}

/** Tells the open pages of the teachers of these classes that a message waits for them, or no longer does. */
export async function tellTeachers(classes: readonly string[], { directory, live }: TellingTools): Promise<void> {
  if (classes.length === 0) return;
  live.publish(await directory.people({ profiles: ['teacher'], groups: classes }), 'messages');
}
