// What any page may do with a widget's event: take it over, and open the item at an address of its own.
document.addEventListener('sunlit-select', (event) => {
  if (event.subject.type !== 'disclosure') return;
  event.preventDefault();
  location.href = `/portal/item.html?id=${encodeURIComponent(event.subject.id)}`;
});

export {};
