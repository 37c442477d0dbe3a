// SPDX-License-Identifier: EUPL-1.2
import { waitUntil } from './wait-until.js';

/** Keys by the code that WebDriver gives them in its table of normalised key values. */
const KEYS = { Tab: '\uE004', Enter: '\uE007' } as const;

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The page of a browser by plain WebDriver (https://www.w3.org/TR/webdriver2/), as far as the tests use it. */
export class WebdriverPage {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** @param capabilities those that the browser must have */
  static async open(driver: string, capabilities: object): Promise<WebdriverPage> {
    const { sessionId } = (await ask('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    return new WebdriverPage(`${driver}/session/${sessionId}`);
  }

  async goto(url: string): Promise<void> {
    await this.#post('/url', { url });
  }

  async back(): Promise<void> {
    await this.#post('/back', {});
  }

  async url(): Promise<URL> {
    return new URL((await ask('GET', `${this.#session}/url`)) as string);
  }

  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.#post('/window/rect', size);
  }

  async clearCookies(): Promise<void> {
    await ask('DELETE', `${this.#session}/cookie`);
  }

  /** Runs a function in the page. @returns its value, as JSON gives it */
  async evaluate<A extends unknown[], R>(body: (...given: A) => R, ...given: A): Promise<R> {
    return (await this.#post('/execute/sync', { script: `return (${String(body)})(...arguments)`, args: given })) as R;
  }

  /** The words that a person sees on the page. */
  text(): Promise<string> {
    return this.evaluate(() => document.querySelector('main')?.innerText.replace(/[\s\u00a0\u202f]+/g, ' ') ?? '');
  }

  /** Waits until the page shows these words. */
  async says(words: string): Promise<void> {
    await this.#until(`the page does not say « ${words} »`, async () => (await this.text()).includes(words));
  }

  /** Clicks the first seen element of a selector with these words in it, as a person does: in its middle. */
  async click(selector: string, words = ''): Promise<void> {
    await this.#post(`/element/${await this.#find(selector, words)}/click`, {});
  }

  async type(selector: string, text: string): Promise<void> {
    await this.#post(`/element/${await this.#find(selector, '')}/value`, { text });
  }

  /** The value of the first field of a selector. */
  value(selector: string): Promise<string | undefined> {
    return this.evaluate((of) => document.querySelector<HTMLInputElement>(of)?.value, selector);
  }

  /** Whether a person sees the first element of a selector. */
  shows(selector: string): Promise<boolean> {
    return this.evaluate((of) => (document.querySelector(of)?.getClientRects().length ?? 0) > 0, selector);
  }

  /**
   * Chooses new files in a field, which may be hidden behind its button. They are made in the page: WebKitGTK 2.54 ends when its driver
   * is told to choose a file of the machine.
   */
  async attach(selector: string, ...names: readonly string[]): Promise<void> {
    await this.#until(`the page has no ${selector}`, () => this.evaluate(chooseNewFiles, selector, names));
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    const value = KEYS[key];
    const actions = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    await this.#post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async close(): Promise<void> {
    await ask('DELETE', this.#session);
  }

  /** Waits for the element, which the next page may have. */
  async #find(selector: string, words: string): Promise<string> {
    let found: string | undefined;
    await this.#until(`the page has no ${selector} « ${words} »`, async () => {
      const element = (await this.evaluate(seen, selector, words)) as unknown as Record<string, string> | null;
      found = element?.[ELEMENT];
      return found !== undefined;
    });
    return found ?? '';
  }

  /** @throws Error with what the page says in the end */
  async #until(what: string, check: () => Promise<boolean>): Promise<void> {
    try {
      await waitUntil(what, check);
    } catch (cause) {
      const [{ href }, text] = await Promise.all([this.url(), this.text()]);
      throw new Error(`${what}, but at ${href}: ${text}`, { cause });
    }
  }

  #post(path: string, body: object): Promise<unknown> {
    return ask('POST', this.#session + path, body);
  }
}

/** Runs in the page. Its scripts, which answer what is done to the element, have run once the page is complete. */
function seen(selector: string, words: string): Element | null {
  if (document.readyState !== 'complete') return null;
  const named = (element: Element): string =>
    `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`.replace(/[\s\u00a0\u202f]+/g, ' ');
  const all = [...document.querySelectorAll(selector)].filter((element) => named(element).includes(words));
  return all.find((element) => element.getClientRects().length > 0) ?? null;
}

/** Runs in the page. @returns whether it has the field */
function chooseNewFiles(selector: string, names: readonly string[]): boolean {
  const field = document.querySelector(selector);
  if (document.readyState !== 'complete' || !(field instanceof HTMLInputElement)) return false;
  const chosen = new DataTransfer();
  for (const name of names) chosen.items.add(new File([`the content of ${name}`], name));
  field.files = chosen.files;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebDriver: ${error}: ${message}`);
}
