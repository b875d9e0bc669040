/** Why a file cannot be taken or a command cannot be done, to be said in the language of the caller: `transfer/texts.ts`. */
export class TransferError extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(code: string, values: Readonly<Record<string, unknown>> = {}, options: { readonly cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.name = 'TransferError';
    this.code = code;
    this.values = values;
  }
}
