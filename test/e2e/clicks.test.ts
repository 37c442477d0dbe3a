// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS } from '../a11y/sample-host.js';
import { beginningOfLastYear, inventedFile, LivretSteps, readNewYear } from '../envole-box/index.js';
import { describeWith } from '../services/index.js';
import { browserFor, ClickCounter, WAYS, type Way } from './click-counter.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { MAIL } from './mail-user.js';
import { openMailRoom, type MailRoom } from './open-mail-room.js';
import type { ChosenFile } from './visitor.js';

/** A Tuesday at 9.40 in Paris. */
const NOW = new Date('2026-11-24T08:40:00Z');
const HEAD = 'mathieu.grosjean';
const CLASS = { uai: TILLEULS, className: 'CM1-CM2', teacher: 'claire.vuillemin', period: 1 };
const HOME = `/s/${TILLEULS}/`;

function chosen(name: string): ChosenFile {
  return { name, mimeType: 'application/octet-stream', buffer: inventedFile([name, 20]).content };
}

describeWith(['chromium'], 'the usual acts, from the portal', () => {
  let room: MailRoom;
  let livrets: LivretSteps;

  beforeAll(async () => {
    const now = beginningOfLastYear(NOW);
    room = await openMailRoom({ startStack: startEmbeddedStack, javaScriptEnabled: true, now }, { hasLivret: true });
    room.clock.set(NOW);
    await readNewYear(room.host);
    await room.host.jobs.runDue();
    livrets = new LivretSteps(room.host, room.url);
    await livrets.openPeriod(TILLEULS, HEAD, 1);
    await livrets.write(CLASS, { term: 4 });
  }, 300_000);
  afterAll(() => room?.stop());

  describe.each(WAYS)('with %s', (way: Way) => {
    let claire: ClickCounter;
    let sophie: ClickCounter;
    let jade: ClickCounter;
    let mathieu: ClickCounter;

    const enter = async (login: string): Promise<ClickCounter> =>
      new ClickCounter(await room.visitor(login, browserFor(way)), { way, home: HOME });
    const deliver = (): Promise<unknown> => room.host.jobs.runDue();

    beforeAll(async () => {
      [claire, sophie, jade, mathieu] = await Promise.all([
        enter('claire.vuillemin'),
        enter('sophie.renaud'),
        enter('jade.courtot'),
        enter(HEAD),
      ]);
    }, 60_000);
    afterAll(async () => {
      for (const { page } of [claire, sophie, jade, mathieu]) await page.context().close();
    });

    test('a teacher writes to the families of the class; a parent reads, answers, and answers with a file', async () => {
      const subject = `La sortie (${way})`;
      const writing = await claire.count(async () => {
        await claire.go(claire.link('Écrire'));
        const own = claire.page.getByRole('group', { name: 'Votre classe, CM1-CM2' });
        await claire.click(own.getByRole('checkbox', { name: 'Les parents' }));
        await claire.page.getByLabel('Objet').fill(subject);
        await claire.page.locator('textarea[name=body]').fill('Le car part à 8 h 30.');
        await claire.go(claire.button(/^Envoyer/));
      });
      await deliver();
      const reading = await sophie.count(async () => {
        await sophie.go(sophie.link(/message.* non lu/));
        // One new message opens at once, several as a list.
        const text = sophie.page.locator('main').getByText('Le car part à 8 h 30.').filter({ visible: true });
        if ((await text.count()) === 0) await sophie.go(sophie.link(subject));
        await text.first().waitFor();
      });
      const answer = async (choose: () => Promise<void>): Promise<void> => {
        await sophie.go(sophie.link(/^Messages/));
        await sophie.go(sophie.link(subject));
        await sophie.page.locator('textarea[name=body]').fill('Je peux accompagner.');
        await choose();
        await sophie.go(sophie.button(/^Envoyer/));
      };
      const answering = await sophie.count(() => answer(async () => undefined));
      const withFile = await sophie.count(() =>
        answer(async () => {
          await sophie.choose(sophie.fileField('Joindre'), chosen('Autorisation.pdf'));
          await sophie.page.getByText('Autorisation.pdf').first().waitFor();
        }),
      );
      expect({ writing, answering, withFile }).toEqual({ writing: 3, answering: 3, withFile: 4 });
      expect(reading).toBeLessThanOrEqual(2);

      // A file that is too heavy is named at its field, and nothing is sent.
      const tab = await sophie.page.context().newPage();
      await tab.goto('/');
      await tab
        .getByRole('main')
        .getByRole('link', { name: /^Messages/ })
        .first()
        .click();
      await tab.getByRole('main').getByRole('link', { name: subject }).first().click();
      const film = { name: 'Film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(21 * 1024 * 1024) };
      await tab.locator('[data-reply-files]').setInputFiles(film);
      await tab
        .getByRole('alert')
        .getByText(/^Film\.mp4\s: trop lourd, rien n’est parti\./)
        .waitFor();
      await tab.close();
    });

    test('a teacher accepts the message of a pupil', async () => {
      const tom = await room.personId('tom.jacquot');
      const form = { toPerson: tom, subject: '', body: `On joue ? (${way})`, do: 'send' };
      expect(await room.sendByProgram('ines.renaud', `${MAIL}/write`, form)).toBe(200);
      const accepting = await claire.count(async () => {
        await claire.go(claire.link(/veut écrire|à accepter/));
        await claire.go(claire.button('Accepter'));
      });
      expect(accepting).toBe(2);
    });

    test('a teacher puts a file into the class, and hands out a work with a file; a pupil hands in a photo', async () => {
      const title = `Les volcans (${way})`;
      const putting = await claire.count(async () => {
        await claire.go(claire.link(/^Fichiers/));
        await claire.choose(claire.button('Déposer'), chosen(`Lecture ${way}.pdf`));
        await claire.page.getByRole('link', { name: `Lecture ${way}.pdf` }).waitFor();
      });
      const handingOut = await claire.count(async () => {
        await claire.go(claire.link('Donner un travail'));
        await claire.page.getByLabel('Titre').fill(title);
        const file = claire.page.getByLabel('De cet appareil (À lire)');
        await claire.choose(file, chosen(`Questions ${way}.pdf`));
        await claire.go(claire.button(/^Donner aux/));
      });
      const handingIn = await jade.count(async () => {
        await jade.go(jade.link(title));
        const loaded = jade.page.waitForEvent('load');
        await jade.choose(jade.fileField('Prendre une photo'), chosen(`Ma page ${way}.png`));
        await loaded;
        await jade.go(jade.button(/^Rendre/));
      });
      expect({ putting, handingOut, handingIn }).toEqual({ putting: 2, handingOut: 3, handingIn: 3 });
    });

    test('a head pauses the messages of pupils, and a parent sees the works of both children', async () => {
      const pausing = await mathieu.count(async () => {
        await mathieu.go(mathieu.link(/^Messages/));
        await mathieu.go(mathieu.link(/^Règles/));
        const reason = mathieu.page.getByLabel('Pourquoi (chacun le lira)');
        // A phone shows the pages of rules as a list.
        if (!(await reason.isVisible())) await mathieu.go(mathieu.link(/^Pause/));
        await reason.fill('On en parle en classe.');
        await mathieu.go(mathieu.button('Mettre ces messages en pause'));
      });
      await mathieu.go(mathieu.button(/^Mettre fin à la pause/));
      const looking = await sophie.count(() => sophie.go(sophie.link(/^Travaux pour tous/)));
      expect(pausing).toBeLessThanOrEqual(4);
      expect(looking).toBeLessThanOrEqual(2);
    });
  });

  test.each(WAYS)('with %s, a teacher signs the 24 bilans of the class', async (way) => {
    const claire = new ClickCounter(await room.visitor('claire.vuillemin', browserFor(way)), { way, home: HOME });
    const signing = await claire.count(async () => {
      await claire.go(claire.link(/24 bilans sont/));
      // Bilans are ready already when their signature was taken back.
      const ready = claire.button(/^Marquer prêts les 24 bilans/);
      if (await ready.isVisible()) await claire.go(ready);
      await claire.go(claire.button(/^Signer les 24 bilans/));
    });
    expect(await claire.page.locator('main').innerText()).toContain('24 bilans sont signés');
    expect(signing).toBeLessThanOrEqual(3);
    if (way !== WAYS.at(-1)) await livrets.takeBack(CLASS);
    await claire.page.context().close();
  });

  test('a guardian confirms the reading of a bilan', async () => {
    await livrets.endorse(TILLEULS, HEAD, 1);
    await livrets.publish(TILLEULS, HEAD, 1, room.clock);
    for (const [way, login] of [
      ['mouse', 'sophie.renaud'],
      ['keyboard', 'elodie.vernier'],
      ['phone', 'aurelie.jacquot'],
    ] as const) {
      const parent = new ClickCounter(await room.visitor(login, browserFor(way)), { way, home: HOME });
      const confirming = await parent.count(async () => {
        await parent.go(parent.link(/^Lire.*bilan/));
        await parent.go(parent.button('J’ai lu le bilan'));
      });
      expect(confirming).toBe(2);
      await parent.page.context().close();
    }
  });
});
