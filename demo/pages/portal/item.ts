// The page's own few lines: which item it shows stands in its address, as in any CMS.
const shown = document.querySelector('sunlit-disclosure');
const id = new URLSearchParams(location.search).get('id');
if (shown && id) shown.setAttribute('item-id', id);

export {};
