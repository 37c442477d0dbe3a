// SPDX-License-Identifier: EUPL-1.2
import type { Live } from '../../../api/live.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { LiveStreams } from './live-streams.js';

/** The services that tell open pages of changes. */
export interface LiveContext {
  readonly database: { readonly unitOfWork: UnitOfWork };
  readonly live: LiveStreams;
}

/** A topic is a word of the brick. Its form leaves no room for content. */
const TOPIC = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_TOPIC = 60;

export function livePublisher({ database: { unitOfWork }, live }: LiveContext, brick: string, school: string): Live {
  return {
    publish(personIds, topic) {
      if (topic.length > LONGEST_TOPIC || !TOPIC.test(topic))
        throw new Error(`${brick} publishes the topic "${topic}"; use a word in kebab-case, such as "messages".`);
      const told = [...new Set(personIds)];
      unitOfWork.afterCommit(() => live.publish({ school, brick, topic }, told));
    },
  };
}
