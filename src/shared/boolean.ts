/** Vue 3 sets boolean properties to `""`; that means true, as it does for the attribute. */
export const booleanAttribute = {
  type: Boolean,
  reflect: true,
  converter: {
    fromAttribute: (value: string | null) => value !== null && value !== 'false',
    toAttribute: (value: unknown) => (value === '' || value === true ? '' : null),
  },
} as const;

/** True for `true` and for `""`. */
export const isOn = (value: unknown): boolean => value === true || value === '';
