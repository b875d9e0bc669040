/** A question to the API that a replica may answer. */
export interface Question {
  /** Below the base address, as `v1/topics`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of what is asked by POST. */
  readonly body?: unknown;
}

/* What a replica can be asked, apart from its answers: a page whose replica is in a worker needs to know the first alone. */

const QUESTIONS = {
  disclosures: /^GET v1\/disclosures$/,
  disclosure: /^GET v1\/disclosures\/([^/]+)$/,
  suggest: /^GET v1\/suggest$/,
  agencies: /^GET v1\/agencies$/,
  agency: /^GET v1\/agencies\/([^/]+)$/,
  board: /^GET v1\/agencies\/([^/]+)\/board$/,
  form: /^GET v1\/agencies\/([^/]+)\/request-form$/,
  categories: /^GET v1\/categories$/,
  topics: /^GET v1\/topics$/,
  figures: /^GET v1\/topics\/figures$/,
  topic: /^GET v1\/topics\/([0-7][0-9A-HJKMNP-TV-Z]{25})$/,
  similar: /^POST v1\/topics\/similar$/,
  rounds: /^GET v1\/rounds$/,
  round: /^GET v1\/rounds\/([^/]+)$/,
};

export type Asked = keyof typeof QUESTIONS;

/** Which question that is, and of what, as it stands in the path; undefined for one that no replica knows. @internal */
export function askedBy(method: string, path: string): { readonly asked: Asked; readonly id: string } | undefined {
  for (const [asked, pattern] of Object.entries(QUESTIONS)) {
    const found = pattern.exec(`${method} ${path}`);
    if (found) return { asked: asked as Asked, id: found[1] ?? '' };
  }
  return undefined;
}
