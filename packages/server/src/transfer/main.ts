import { parseArgs } from 'node:util';
import { PublicationError } from '../disclosures/content.ts';
import { preferredLanguage, LANGUAGES, type Language } from '../language.ts';
import { ProblemError } from '../problems.ts';
import { UsageError, type Command, type Surroundings } from './commands/command.ts';
import { say } from './texts.ts';
import { TransferError } from './transfer-error.ts';

/*
 * The command `sunlit`: what goes in and out of a server's data, beside the server; and what runs on a touch screen's own box. Exit
 * codes: 0 done; 1 refused, nothing changed; 2 wrong usage; 3 failed; 130 interrupted, nothing changed.
 */

/** Each is loaded when it is called for: it starts sooner, and holds less. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  archive: async () => (await import('./commands/archive.ts')).archiveCommand,
  restore: async () => (await import('./commands/archive.ts')).restoreCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  'rotate-keys': async () => (await import('./commands/rotate-keys.ts')).rotateKeysCommand,
  admin: async () => (await import('./commands/admin.ts')).adminCommand,
  kiosk: async () => (await import('./commands/kiosk.ts')).kioskCommand,
};
const USAGE = 2;
const FAILED = 3;
const INTERRUPTED = 130;

/** Runs the command with these arguments and answers its exit code. The signal takes back what is not finished. */
export async function main([name = '', ...args]: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, out, err, signal } = surroundings;
  const language = languageOf([name, ...args], environment);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const asked = name === '' || name === 'help' || name.startsWith('--');
    if (asked) out.write(`${say(language, 'help/all')}\n`);
    else err.write(`${say(language, 'problem/command', { name })}\n`);
    return asked && name !== '' ? 0 : USAGE;
  }
  try {
    const command = await load();
    const { values, positionals } = parsed(command, args);
    if (values['help'] === true) {
      out.write(`${say(language, `help/${name}`, command.help)}\n`);
      return 0;
    }
    if (command.takes !== undefined && positionals.length !== 1) throw new UsageError('positional', { name: say(language, `problem/${command.takes}`) });
    return await command.run({ values, positionals, language, ...surroundings });
  } catch (error) {
    const { code, text } = explained(error, name, language, signal.aborted);
    err.write(`${text}\n`);
    return code;
  }
}

function parsed({ options, takes }: Command, args: readonly string[]): { readonly values: Readonly<Record<string, string | boolean | undefined>>; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } }, allowPositionals: takes !== undefined });
    return { values: values, positionals };
  } catch (cause) {
    throw new UsageError('usage-itself', { reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}

/** `--lang`, else the language of the terminal when it is one of ours, else Chinese. */
function languageOf(args: readonly string[], environment: Surroundings['environment']): Language {
  const given = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? args[args.indexOf('--lang') + 1 || args.length];
  const known = LANGUAGES.find((language) => language.toLowerCase() === given?.toLowerCase());
  const terminal = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return known ?? preferredLanguage((given ?? terminal).replace(/[.@].*$/, '').replace('_', '-'));
}

/** What went wrong, what is safe, and what to do next. */
function explained(error: unknown, command: string, language: Language, interrupted: boolean): { readonly code: number; readonly text: string } {
  const problem = (code: string, values: Readonly<Record<string, unknown>> = {}) => say(language, `problem/${code}`, values);
  if (interrupted) return { code: INTERRUPTED, text: problem('interrupted') };
  if (error instanceof UsageError) {
    const reason = error.code === 'usage-itself' ? String(error.values['reason']) : problem(error.code, error.values);
    return { code: USAGE, text: problem('usage', { reason, command }) };
  }
  if (error instanceof TransferError) return { code: 1, text: problem(error.code, error.values) };
  if (error instanceof PublicationError) return { code: 1, text: problem('publication', { reason: error.message }) };
  if (error instanceof ProblemError) return { code: 1, text: problem('query', { reason: error.parts.map(({ pointer, code }) => `${pointer.split('/').at(-1) ?? ''} (${code})`).join(', ') || error.code }) };
  const { code, path, message } = error instanceof Error ? (error as Error & { code?: unknown; path?: unknown }) : { code: undefined, path: undefined, message: String(error) };
  if ((code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') && typeof path === 'string') return { code: FAILED, text: problem('file.missing', { name: path, reason: String(code) }) };
  if (code === 'EISDIR') return { code: FAILED, text: problem('file.missing', { name: '', reason: String(code) }) };
  if (/database is locked/.test(message)) return { code: FAILED, text: problem('database.busy') };
  return { code: FAILED, text: problem('other', { reason: message }) };
}
