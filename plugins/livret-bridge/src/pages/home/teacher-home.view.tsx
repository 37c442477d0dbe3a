// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, LinkButton, PickRow, Row, Rows, Section } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

/** The number of bricks in a row, and the distance from one to the next. */
const IN_ROW = 12;

const [STEP, ROW] = [40, 18];

/** The home of a teacher: what waits, and each class in each period. */
export interface TeacherHomeModel {
  readonly tasks: readonly TaskLine[];
  readonly classes: readonly ClassCard[];
  readonly phrases: { readonly url: string; readonly detail: string };
}

export interface TaskLine {
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly url: string;
}

export interface ClassCard {
  readonly id: string;
  readonly name: string;
  /** « Avec Fanny Maillard » */
  readonly together: string | undefined;
  /** The bricks of the current period: complete bilans, of all. */
  readonly wall: { readonly laid: number; readonly total: number; readonly words: string } | undefined;
  readonly periods: readonly PeriodLine[];
  /** The form that begins the year; undefined once there are periods. */
  readonly begin: BeginModel | undefined;
}

export interface BeginModel {
  readonly url: string;
  readonly label: string;
  readonly lead: string;
  /** « À signer avant le vendredi 4 décembre, pour toutes les classes … » */
  readonly sets: string;
  /** The page on which a head chooses the periods; undefined for others. */
  readonly choose: { readonly url: string; readonly label: string } | undefined;
}

export interface PeriodLine {
  readonly name: string;
  /** Undefined where the wall above says it. */
  readonly words: string | undefined;
  readonly detail: string;
  readonly link: { readonly url: string; readonly label: string } | undefined;
}

/** The tasks come first, then each class with its wall and its periods, then help with writing. */
export function TeacherHomeView({ model: { tasks, classes, phrases }, t }: ViewProps<TeacherHomeModel>): VNode {
  return (
    <div class="v-parts">
      {tasks.length > 0 && (
        <section aria-labelledby="livret-bridge-todo">
          <h2 class="visually-hidden" id="livret-bridge-todo">
            {t('teacher.todo')}
          </h2>
          <Rows>
            {tasks.map(({ icon, title, detail, action, url }, index) => (
              <Row
                key={title}
                sign={<BrickBadge colour="livret" icon={icon} soft />}
                {...{ title, detail }}
                action={
                  <LinkButton kind={index === 0 ? 'primary' : 'secondary'} href={url}>
                    {action}
                  </LinkButton>
                }
              />
            ))}
          </Rows>
        </section>
      )}
      <div class={classes.length === 1 ? 'v-columns' : 'v-halves'}>
        {classes.map((card) => (
          <ClassPart key={card.id} card={card} />
        ))}
        {classes.length > 0 && (
          <Section title={t('teacher.faster')}>
            <Rows>
              <PickRow
                sign={<BrickBadge colour="livret" icon="chat-square-quote-fill" soft />}
                {...{ href: phrases.url, current: false, title: t('teacher.yourPhrases'), detail: phrases.detail }}
              />
            </Rows>
          </Section>
        )}
      </div>
    </div>
  );
}

function ClassPart({ card }: { readonly card: ClassCard }): VNode {
  const { id, name, together, wall, periods, begin } = card;
  return (
    <section class="v-card v-card-flush" aria-labelledby={`class-${id}`}>
      <div class="livret-bridge-class-head">
        <h2 id={`class-${id}`}>{name}</h2>
        {together !== undefined && <p class="v-soft">{together}</p>}
        {wall && (
          <>
            <p class="livret-bridge-wall-words">{wall.words}</p>
            <Wall {...wall} />
          </>
        )}
        {begin && (
          <form method="post" action={begin.url}>
            <input type="hidden" name="groupId" value={id} />
            <p>
              {begin.lead}
              {begin.choose && (
                <>
                  {' '}
                  <a class="v-link" href={begin.choose.url}>
                    {begin.choose.label}
                  </a>
                </>
              )}
            </p>
            <p class="v-soft">{begin.sets}</p>
            <Button kind="primary">{begin.label}</Button>
          </form>
        )}
      </div>
      {periods.length > 0 && (
        <ul class="v-list v-rows">
          {periods.map((line) => (
            <PeriodItem key={line.name} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PeriodItem({ line: { name, words, detail, link } }: { readonly line: PeriodLine }): VNode {
  return (
    <li class="v-row v-row-plain livret-bridge-under">
      <div class="v-row-text">
        <p class="v-row-title">{name}</p>
        {words !== undefined && <p>{words}</p>}
        <p class="v-soft v-small">{detail}</p>
      </div>
      {link && <LinkButton href={link.url}>{link.label}</LinkButton>}
    </li>
  );
}

interface WallProps {
  readonly laid: number;
  readonly total: number;
  /** The same in words. */
  readonly words: string;
}

/** A wall of bricks, laid from the bottom: one brick for each bilan. */
function Wall({ laid, total, words }: WallProps): VNode {
  const rows = Math.max(1, Math.ceil(total / IN_ROW));
  const width = IN_ROW * STEP + (rows > 1 ? ROW : 0);
  return (
    <svg class="v-wall" viewBox={`0 0 ${String(width)} ${String(rows * ROW)}`} role="img" aria-label={words}>
      {Array.from({ length: total }, (_, index) => (
        <Brick key={index} index={index} rows={rows} isLaid={index < laid} />
      ))}
    </svg>
  );
}

function Brick({
  index,
  rows,
  isLaid,
}: {
  readonly index: number;
  readonly rows: number;
  readonly isLaid: boolean;
}): VNode {
  const row = Math.floor(index / IN_ROW);
  const edge = isLaid ? 0 : 0.5;
  const x = (index % IN_ROW) * STEP + (row % 2) * ROW + edge;
  const y = (rows - 1 - row) * ROW + edge;
  const size = { width: 36 - 2 * edge, height: 14 - 2 * edge };
  return <rect class={isLaid ? 'livret-bridge-laid' : 'v-wall-off'} x={x} y={y} rx="3.5" {...size} />;
}
