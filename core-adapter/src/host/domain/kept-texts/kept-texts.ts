// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import { dayOf } from '../../../api/day.js';
import { ConflictError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import { newId } from '../../infra/database/new-id.js';
import { refuseDuplicateRows } from '../../infra/database/refuse-duplicate-rows.js';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import { CollisionError, type UnitOfWork } from '../../infra/database/unit-of-work.js';
import { readInstant, type StoredInstant } from '../../infra/util/stored-instant.js';
import { DEFAULT_TIME_ZONE } from '../directory/default-time-zone.js';
import { SchoolRow } from '../directory/school.entity.js';
import { changeSeen, deleteSeen } from './change-seen.js';
import { KeptTextRow } from './kept-text.entity.js';
import { makeRoom } from './make-room.js';
import { asideOf } from './move-kept-texts.js';
import { packFields, unpackFields, type KeptField } from './pack-fields.js';
import { forgetThrown, NO_OTHER, putBack, throwAway, type ShownTexts } from './thrown-texts.js';

/** The time that a text is kept after it was written, in milliseconds. */
const KEPT = 30 * 86_400_000;
/** A device keeps a text for a week (ADR 136): no text is taken for an older one, in milliseconds. */
const OLDEST = 7 * 86_400_000;
const ATTEMPTS = 5;
/** The days in which no text ends by its age: no term that ends in summer ends before 15 October, for anyone (ADR 113). */
const SUMMER = { first: '06-15', last: '10-14' } as const;

/** Fields and the time at which they were written. */
export interface SavedFields {
  readonly fields: readonly KeptField[];
  readonly at: Date;
}

/** The texts that are kept for one form. */
export interface KeptText extends Pick<KeptTextRow, 'base' | 'version'> {
  /** Absent when only another page has typed something since the form was sent. */
  readonly text?: SavedFields;
  /** The older text of two pages of which one did not know the text of the other. */
  readonly other?: SavedFields;
}

/** The texts of a form in the list of all of them. */
export interface ListedText extends KeptText, Pick<KeptTextRow, 'key' | 'page' | 'title' | 'uai'> {
  /** Names the texts that the list shows. */
  readonly versions: readonly string[];
}

/** A form of a page that a person was shown. */
export interface KeptPlace extends Pick<KeptTextRow, 'personId' | 'uai' | 'key' | 'page' | 'title'> {
  /** See `KeptTextRow`; undefined on a page that shows what was typed in place of texts of the server. */
  readonly base: string | undefined;
}

/** The versions by which a page shows that it knows what is kept. */
export interface KnownVersions {
  /** The version of the page, and those of its saves that got no answer. */
  readonly after: readonly string[];
  /** Whether the page was shown a kept text, or has kept one: it is older than a text that is gone. */
  readonly isKnown: boolean;
}

export interface KeptSave extends KnownVersions {
  readonly fields: readonly KeptField[];
  readonly version: string;
  /** The time since the text was written, in milliseconds: clocks of devices differ. Default: 0. */
  readonly age?: number;
}

/** The result of a save. */
export interface Saved {
  /** Set when the page did not know the last version: both texts are kept, the newer one as that of the form. */
  readonly before?: { readonly text: SavedFields | undefined };
  /** When the text that is still offered beside this one was written. */
  readonly offeredAt?: Date;
  /** Whether the oldest text of the person made room for this one. */
  readonly isOldestGone: boolean;
}

const SELECT_TEXTS = keptSelect<'personId' | 'keys', StoredText>((manager) =>
  manager
    .createQueryBuilder(KeptTextRow, 'kept')
    .select('kept.key', 'key')
    .addSelect('kept.content', 'content')
    .addSelect('kept.base', 'base')
    .addSelect('kept.version', 'version')
    .addSelect('kept.savedAt', 'savedAt')
    .addSelect('kept.other', 'other')
    .addSelect('kept.otherAt', 'otherAt')
    .where('kept.personId = :personId AND kept.key IN (:...keys)'),
);

interface StoredText extends Pick<KeptTextRow, 'key' | 'content' | 'base' | 'version' | 'other'> {
  readonly savedAt: StoredInstant;
  readonly otherAt: StoredInstant | null;
}

/**
 * Texts that people have typed and not sent. A page that does not know the last version, such as one on a device that was asleep,
 * overwrites nothing: both texts are kept, and the one that was written last is shown (ADR 111, 142).
 */
export class KeptTexts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The texts of a person in these forms, by key. */
  async find(personId: string, keys: readonly string[]): Promise<ReadonlyMap<string, KeptText>> {
    if (keys.length === 0) return new Map();
    const rows = await SELECT_TEXTS(this.unitOfWork, { personId, keys });
    return new Map(
      rows.map(({ key, savedAt, otherAt, ...row }) => [
        key,
        textOf({ ...row, savedAt: readInstant(savedAt), otherAt: otherAt === null ? null : readInstant(otherAt) }),
      ]),
    );
  }

  /** All kept texts of a person with their places, the newest first. */
  async list(personId: string): Promise<readonly ListedText[]> {
    const order = { savedAt: 'DESC', id: 'DESC' } as const;
    const where = { personId, thrownAt: IsNull() };
    const rows = await this.unitOfWork.run((manager) => manager.find(KeptTextRow, { where, order }));
    return rows.map(({ key, page, title, uai, ...row }) => ({
      ...{ key, page, title, uai, ...textOf(row) },
      versions: [
        ...(row.content === null ? [] : [row.version]),
        ...(row.other === null ? [] : [row.otherVersion ?? '']),
      ],
    }));
  }

  count(personId: string): Promise<number> {
    return this.unitOfWork.run((manager) => manager.countBy(KeptTextRow, { personId, thrownAt: IsNull() }));
  }

  /** @throws TooLargeError, and ConflictError when there are texts of two other pages already */
  async save(place: KeptPlace, save: KeptSave): Promise<Saved> {
    const content = packFields(save.fields);
    return retryCollisions(ATTEMPTS, () =>
      this.unitOfWork.transaction((manager) => this.#save(manager, place, save, content)),
    );
  }

  async #save(manager: EntityManager, place: KeptPlace, save: KeptSave, content: string): Promise<Saved> {
    const { version, after, isKnown } = save;
    const { base, ...where } = place;
    const at = new Date(this.clock.now().getTime() - Math.min(save.age ?? 0, OLDEST));
    const row = await manager.findOneBy(KeptTextRow, { personId: place.personId, key: place.key });
    const aside = { other: content, otherAt: at, otherVersion: version };
    if (!row) {
      const texts = isKnown ? { content: null, version: newId(), ...aside } : { content, version, ...NO_OTHER };
      const added = { id: newId(), ...where, base: base ?? '', savedAt: at, ...texts };
      const isOldestGone = await makeRoom(manager, place.personId);
      await refuseDuplicateRows(() => manager.insert(KeptTextRow, added)).catch((error: unknown) => {
        throw error instanceof ConflictError ? new CollisionError() : error;
      });
      return { ...(isKnown && { before: { text: undefined } }), isOldestGone };
    }
    const knows = knownBy([...after, version]);
    // After its text was sent elsewhere, a page writes on beside the place of that text.
    const isFree = row.content === null && !(isKnown && knows(row.otherVersion));
    const isNext = knows(row.version) || row.content === content || isFree;
    const { page, title, uai } = place;
    const changed = { content, version, savedAt: at, base: base ?? row.base, page, title, uai };
    if (!isNext) {
      if (row.other !== null && row.other !== content && !knows(row.otherVersion))
        throw new ConflictError('The text was not kept: two pages have kept others.');
      const isNewer = row.content !== null && at > row.savedAt;
      await changeSeen(manager, row, isNewer ? { ...changed, ...asideOf(row) } : aside);
      return { before: { text: textOf(row).text }, isOldestGone: false };
    }
    const others = knows(row.otherVersion) ? NO_OTHER : {};
    await changeSeen(manager, row, { ...changed, ...others });
    const { other } = textOf({ ...row, ...others });
    return { ...(other && { offeredAt: other.at }), isOldestGone: false };
  }

  /**
   * Gives a page the text that it was offered. Where the page shows the kept text, both change places; else its own is kept as the other
   * one already.
   * @returns undefined when there is none any more
   */
  take(
    { personId, key }: Pick<KeptPlace, 'personId' | 'key'>,
    { after, version }: Pick<KeptSave, 'after' | 'version'>,
  ): Promise<(SavedFields & Pick<KeptText, 'version'>) | undefined> {
    const now = this.clock.now();
    const swap = async (manager: EntityManager): Promise<(SavedFields & Pick<KeptText, 'version'>) | undefined> => {
      const row = await manager.findOneBy(KeptTextRow, { personId, key });
      if (!row) return undefined;
      const { text, other } = textOf(row);
      const isShown = after.includes(row.version) || !text;
      if (!isShown) return { ...text, version: row.version };
      if (!other) return undefined;
      const { content, savedAt: otherAt, version: otherVersion } = row;
      const aside = content === null ? NO_OTHER : { other: content, otherAt, otherVersion };
      await changeSeen(manager, row, { content: row.other, ...aside, savedAt: now, version });
      return { fields: other.fields, at: now, version };
    };
    return retryCollisions(ATTEMPTS, () => this.unitOfWork.transaction(swap));
  }

  /**
   * Throws the text of a page away, as when its form was sent; that of another page stays.
   * @param after the versions of the page
   * @param holds for a page without versions, as before its script runs: whether it sent these fields. It has not shown any other text.
   * @param isSent whether the form was sent: the next page then offers a text that is left, and does not fill it in; default: false
   */
  async discard(
    { personId, key }: Pick<KeptPlace, 'personId' | 'key'>,
    {
      after,
      holds = () => false,
      isSent = false,
    }: Partial<Pick<KeptSave, 'after'>> & { holds?: (fields: readonly KeptField[]) => boolean; isSent?: boolean },
  ): Promise<void> {
    await retryCollisions(ATTEMPTS, () =>
      this.unitOfWork.transaction(async (manager) => {
        const row = await manager.findOneBy(KeptTextRow, { personId, key });
        if (!row) return;
        const isTaken = (text: string, version: string | null): boolean =>
          after ? knownBy(after)(version) : holds(unpackFields(text));
        const content = row.content === null || isTaken(row.content, row.version) ? null : row.content;
        const isOtherLeft = row.other !== null && !isTaken(row.other, row.otherVersion);
        if (content === null && !isOtherLeft) await deleteSeen(manager, row);
        else if (isSent && content !== null && row.other !== null && !isOtherLeft)
          await changeSeen(manager, row, { content: null, version: newId(), ...asideOf(row) });
        else await changeSeen(manager, row, { content, ...(!isOtherLeft && NO_OTHER) });
      }),
    );
  }

  /** See `throwAway` of `thrown-texts.ts`. */
  throwAway(shown: ShownTexts): Promise<string | undefined> {
    const work = (manager: EntityManager) => throwAway(manager, shown, this.clock.now());
    return retryCollisions(ATTEMPTS, () => this.unitOfWork.transaction(work));
  }

  /** See `putBack` of `thrown-texts.ts`. */
  putBack(thrown: Pick<KeptTextRow, 'personId' | 'id'>): Promise<boolean> {
    return retryCollisions(ATTEMPTS, () =>
      this.unitOfWork.transaction((manager) => putBack(manager, thrown, this.clock.now())),
    );
  }

  /**
   * Deletes texts that nobody has written for 30 days; two texts of one form end together. While it is summer in a school, none ends.
   * Texts that can no longer be put back go at any time.
   */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run((manager) => forgetThrown(manager, now));
    if (await this.unitOfWork.run((manager) => isSummer(manager, now))) return;
    const savedAt = LessThan(new Date(now.getTime() - KEPT));
    const where = [
      { savedAt, otherAt: IsNull() },
      { savedAt, otherAt: savedAt },
    ];
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().delete().from(KeptTextRow).where(where).execute(),
    );
  }
}

/** Whether it is summer in a school. */
async function isSummer(manager: EntityManager, now: Date): Promise<boolean> {
  const schools = await manager.createQueryBuilder(SchoolRow, 'school').select('school.timeZone').distinct().getMany();
  return [DEFAULT_TIME_ZONE, ...schools.map(({ timeZone }) => timeZone)].some((zone) => {
    const day = dayOf(now, zone).slice('YYYY-'.length);
    return day >= SUMMER.first && day <= SUMMER.last;
  });
}

function knownBy(versions: readonly string[]): (version: string | null) => boolean {
  return (version) => version !== null && versions.includes(version);
}

function textOf({
  content,
  savedAt,
  other,
  otherAt,
  base,
  version,
}: Pick<KeptTextRow, 'content' | 'savedAt' | 'other' | 'otherAt' | 'base' | 'version'>): KeptText {
  return {
    ...{ base, version },
    ...(content !== null && { text: { fields: unpackFields(content), at: savedAt } }),
    ...(other !== null && { other: { fields: unpackFields(other), at: otherAt ?? savedAt } }),
  };
}
