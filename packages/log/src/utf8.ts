/** The UTF-8 bytes of a well-formed text. Written out because this package may assume no platform, not even TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  const continuation = (bits: number) => 0x80 | (bits & 0x3f);
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
  }
  return Uint8Array.from(bytes);
}
