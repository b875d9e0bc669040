import type { FileWarningCode, RemovedTrace } from '@sunlit/contract';

/** Something that a person must look at before it is published. */
export interface Warning {
  readonly code: FileWarningCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A file as it can be published. */
export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly removed: readonly RemovedTrace[];
  readonly warnings: readonly Warning[];
}

/** Why a file is not taken. Its code is a `field.…` sentence that says what to do. */
export class Refusal extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly pointer: '/body' | '/query/name';

  constructor(code: string, values: Readonly<Record<string, string | number>> = {}, pointer: '/body' | '/query/name' = '/body') {
    super(code);
    this.code = code;
    this.values = values;
    this.pointer = pointer;
  }
}

/** A file whose parts do not fit together as its format wants it. */
export const damaged = () => new Refusal('file-damaged');

/** @throws Refusal when there are no `length` bytes at `offset`. */
export function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset < 0 || length < 0 || offset + length > bytes.length) throw damaged();
  return bytes.subarray(offset, offset + length);
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
export const utf8 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
