/** The touch screen starts workers, keeps its own service worker, and prints from frames of its own. */
export const KIOSK_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data: blob:", "media-src 'self'", "worker-src 'self'", "frame-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'", "require-trusted-types-for 'script'", 'trusted-types lit-html dompurify kiosk',
].join('; ');

/** Of every answer of the box. */
export const BOX_HEADERS = {
  'content-security-policy': KIOSK_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=()',
} as const;
