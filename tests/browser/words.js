// What a person reads or hears of a document: visible text, options, names, titles, placeholders.
(skipped) => {
  const said = [];
  const add = (node, what, text) => text?.trim() && said.push(`${what}: ${text.trim().replace(/\s+/g, " ")}`);
  const isSeen = (node) => node.closest("option") || node.checkVisibility();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (node) => (
    node.matches(`script, style, noscript, ${skipped}`) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!isSeen(node)) continue;
    for (const child of node.childNodes) if (child instanceof Text) add(node, node.localName, child.data);
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-roledescription"]) {
      add(node, `${node.localName} ${name}`, node.getAttribute(name));
    }
  }
  return [...new Set([`title: ${document.title}`, ...said])];
}
