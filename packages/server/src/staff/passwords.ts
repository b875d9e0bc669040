import { invalid } from '../problems.ts';

/** NIST SP 800-63B §5.1.1: length and a list of what is known count, rules of composition do not. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

let known: ReadonlySet<string> | undefined;

/** @throws ProblemError at `pointer` when a password is short, on a list of breached ones, made of the username, or of few characters. */
export async function refuseKnown(password: string, username: string, pointer: string): Promise<void> {
  if (password.length < PASSWORD_LENGTH.least) throw invalid({ pointer, code: 'minLength', values: { limit: PASSWORD_LENGTH.least } });
  if (password.length > PASSWORD_LENGTH.most) throw invalid({ pointer, code: 'maxLength', values: { limit: PASSWORD_LENGTH.most } });
  if (await isKnown(password, username)) throw invalid({ pointer, code: 'weak-password' });
}

/** Whether an attacker would try it early: also with digits and signs around a word of the list, or the word repeated. */
async function isKnown(password: string, username: string): Promise<boolean> {
  known ??= new Set((await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'].map(String));
  const text = password.toLowerCase();
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const repeated = /^(.+?)\1+$/.exec(text)?.[1] ?? text;
  return [text, bare, repeated].some((word) => known?.has(word)) || text.includes(username.toLowerCase()) || new Set(text).size < 5;
}

/** As better-auth hashes. Loaded, like the list of what is known, when somebody first sets a password: a server starts without. */
export async function hashPassword(password: string): Promise<string> {
  return (await import('better-auth/crypto')).hashPassword(password);
}
