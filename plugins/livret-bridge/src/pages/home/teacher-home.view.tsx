// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, LinkButton, PickRow, Row, Rows, Section } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { Way } from '../shared/way.view.js';
import type { LivretTexts } from '../../brick-types.js';
import type { ClassCard, PeriodLine, TeacherHomeModel } from './teacher-home.model.js';
import { Wall } from './wall.view.js';

interface TeacherHomeViewProps {
  readonly model: TeacherHomeModel;
  readonly t: LivretTexts;
}

/** First the tasks, then each class with its wall and its periods, then help with writing. */
export function TeacherHomeView({ model: { tasks, classes, phrases }, t }: TeacherHomeViewProps): VNode {
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
            <p>{begin.lead}</p>
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

function PeriodItem({ line: { name, at, words, detail, link } }: { readonly line: PeriodLine }): VNode {
  return (
    <li class="v-row v-row-plain livret-bridge-under">
      <div class="v-row-text">
        <p class="v-row-title">{name}</p>
        <Way at={at} words={words} />
        <p class="v-soft v-small">{detail}</p>
      </div>
      {link && <LinkButton href={link.url}>{link.label}</LinkButton>}
    </li>
  );
}
