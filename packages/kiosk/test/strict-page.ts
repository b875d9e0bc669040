// What a page under a strict policy loads; the test of the keyboard looks at what was refused.
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  document.documentElement.dataset['refused'] = `${document.documentElement.dataset['refused'] ?? ''} ${violatedDirective} ${blockedURI} ${sample}`;
});
await import('../src/keyboard/define.ts');

export {};
