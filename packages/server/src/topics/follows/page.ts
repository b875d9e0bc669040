import { createHash } from 'node:crypto';
import { translate, type Language } from '../../language.ts';
import type { Followed } from './follow.ts';

/*
 * The page behind the links of the letters, for whoever has the link: mail programs open links of themselves, so opening it does
 * nothing, and what is to be done is done by a button.
 */

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 36rem; margin: 0 auto; padding: 2rem 1rem; font: 1.125rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2430; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.4; }
button { min-height: 3rem; padding: .5rem 1.5rem; font: inherit; color: #fff; background: #0b5cad; border: 2px solid #0b5cad; border-radius: .375rem; cursor: pointer; }
button:focus-visible { outline: 3px solid #0b5cad; outline-offset: 3px; }
@media (prefers-color-scheme: dark) { body { color: #e8edf4; background: #14191f; } button { color: #0d1520; background: #8ec2ff; border-color: #8ec2ff; } button:focus-visible { outline-color: #8ec2ff; } }
`;

/** As letters are shown, but with a form of this server's own. The address of the page is a secret, so it is told to nobody. */
export const FOLLOW_PAGE_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-forms`,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;

/** `confirm` and `following` have a button; of the others there is nothing to be done. */
export type FollowPage = 'confirm' | 'following' | 'stopped' | 'unknown';

export function followPage(page: FollowPage, { followed, token, language }: { readonly followed?: Followed | undefined; readonly token: string; readonly language: Language }): string {
  const say = (key: string) => translate(language, `follow.${key}`, followed === undefined ? {} : { what: whatIsFollowed(followed) });
  const action = { confirm: 'confirmation', following: 'end', stopped: undefined, unknown: undefined }[page];
  const button = action === undefined ? '' : `\n<form method="post" action="/v1/follows/${encodeURIComponent(token)}/${action}"><button>${escape(say(`${page}.button`))}</button></form>`;
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escape(say(`${page}.title`))}</title>\n`
    + `<style>${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${escape(say(`${page}.title`))}</h1>\n<p>${escape(say(`${page}.text`))}</p>${button}\n</main>\n</body>\n</html>\n`;
}

export function whatIsFollowed({ language, topic, agency }: Followed): string {
  if (topic === undefined) return translate(language, 'follow.board', { agency });
  return topic.title === null ? translate(language, 'follow.unread', { no: topic.no, agency }) : translate(language, 'follow.topic', { title: topic.title, agency });
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
