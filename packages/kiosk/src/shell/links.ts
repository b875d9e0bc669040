/** Where a link that was touched would have led, if no widget has answered the touch itself. `undefined` when there was none; what no phone could take along is ''. */
export function leadsTo(event: Event): string | undefined {
  if (event.defaultPrevented) return undefined;
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.hasAttribute('href'));
  if (!link) return undefined;
  const isWeb = link.protocol === 'http:' || link.protocol === 'https:';
  const isHere = link.href.split('#')[0] === location.href.split('#')[0];
  return (isWeb && !isHere) || link.protocol === 'tel:' ? link.href : '';
}
