// SPDX-License-Identifier: EUPL-1.2
import type { Role, TestHost } from '@volee/core-adapter/testing';

/** The address of a folder or file in the list of a page, below the brick. */
export function linkTo(html: string, name: string): string {
  const listed = /data-kind="[a-z]+" href="([^"]+)"><span>([^<]+)/g;
  const pictured = /class="v-pic [^"]+" href="([^"]+)">[^]*?class="v-pic-name">([^<]+)/g;
  const links = [...html.matchAll(listed), ...html.matchAll(pictured)];
  const found = links.find(([, , text]) => text?.trim() === name)?.[1];
  if (found === undefined) throw new Error(`There is no ${name} in the list.`);
  return found.replace(/^(?:(?:\.\.\/)*|\/s\/[^/]+\/file-share\/)/, '/');
}

/** The folders and files of a test: what a person puts where, and the id under which it is found. */
export function driveSteps(host: TestHost): {
  folder(role: Role, page: string, name: string): Promise<string>;
  file(role: Role, page: string, name: string): Promise<string>;
} {
  const at = async (role: Role, page: string): Promise<string> => (await host.as(role).get(page).expect(200)).text;
  const idIn = async (role: Role, page: string, name: string): Promise<string> =>
    linkTo(await at(role, page), name)
      .split('/')
      .at(-1) ?? '';
  const formIn = async (role: Role, page: string): Promise<string> =>
    /\/folders\/[^/"]+(?=\/folders["?])/.exec(await at(role, page))?.[0] ?? '';
  return {
    async folder(role, page, name) {
      await host
        .as(role)
        .post(`${await formIn(role, page)}/folders`)
        .form({ name })
        .expect(303);
      return idIn(role, page, name);
    },
    async file(role, page, name) {
      await host
        .as(role)
        .post(`${await formIn(role, page)}/files`)
        .files({ [name]: name })
        .expect(303);
      return idIn(role, page, name);
    },
  };
}
