import type { Json } from './types.ts';

/** Steps of a JSON pointer (RFC 6901); keys of the contract hold neither `/` nor `~`. */
export const steps = (pointer: string): string[] => pointer.split('/').slice(1);

export const isRecord = (value: unknown): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** What stands at a pointer; `undefined` where nothing does. */
export function at(root: unknown, pointer: string): Json {
  let here = root;
  for (const step of steps(pointer)) here = isList(here) ? here[Number(step)] : isRecord(here) ? here[step] : undefined;
  return here as Json;
}

/** The same with another value at a pointer, everything else shared. `undefined` removes a property. */
export function put<T>(root: T, pointer: string, value: Json): T {
  return replaced(root as Json, steps(pointer), value) as T;
}

function replaced(here: Json, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (isList(here)) {
    const list = [...here];
    list[Number(step)] = replaced(list[Number(step)], rest, value);
    return list;
  }
  const { [step]: former, ...others } = isRecord(here) ? here : {};
  const next = replaced(former, rest, value);
  if (next === undefined) return others;
  return isRecord(here) && step in here ? { ...here, [step]: next } : { ...others, [step]: next }; // in its old place
}

/** The id of the control that edits what stands at a pointer. */
export const idOf = (pointer: string): string => `f${pointer.replaceAll('/', '-')}`;

/** Whether two contents are the same; the order of properties means nothing, and `undefined` is no property. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other)) return one.length === other.length && one.every((value, index) => same(value, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
}
